namespace Watchkeeper.Cli.Yaml;

/// <summary>What is wrong with a file's YAML, whatever it means.</summary>
/// <param name="Position">Where.</param>
/// <param name="Reason">What is wrong, and what would be right; one line.</param>
internal sealed record YamlFault(FilePosition Position, string Reason);
