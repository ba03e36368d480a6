let outcome = CommandTable.run(Array(CommandLine.arguments.dropFirst()), on: Console.standard)
System.leave(with: outcome)
