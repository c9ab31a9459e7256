using Watchkeeper.Cli.Commands;

return await CommandTree.RunAsync(args);
