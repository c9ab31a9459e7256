using System.Collections.Immutable;
using Watchkeeper.Cli.Processes;
using Watchkeeper.Secrets;

namespace Watchkeeper.Cli.Embedded;

/// <summary>
/// Secrets from a file of lines <c>reference=value</c>, such as <c>ssm:/watchkeeper/mail=ops@shop.example</c>. Empty lines and
/// lines that begin with <c>#</c> are skipped. Each reference is a line of its own: the file knows no versions and no JSON.
/// </summary>
internal sealed class SecretsFile : ISecretStore
{
    private readonly ImmutableDictionary<string, string> values;

    private SecretsFile(ImmutableDictionary<string, string> values)
    {
        this.values = values;
    }

    /// <summary>How to give a value that the file lacks; null to add a line.</summary>
    public string? MissingAdvice { get; init; }

    /// <summary>The references and their values.</summary>
    public IEnumerable<(SecretReference Reference, string Value)> Entries => values.Select(each =>
        (((SecretReferenceResult.Parsed)SecretReference.Parse(each.Key)).Reference, each.Value));

    /// <summary>Reads a file.</summary>
    /// <param name="path">The path.</param>
    /// <param name="missingAdvice">The value of <see cref="MissingAdvice"/>.</param>
    /// <exception cref="RunException">The file cannot be read, or has wrong lines; no value is shown.</exception>
    public static SecretsFile Load(string path, string? missingAdvice = null)
    {
        try
        {
            return new SecretsFile(Parse(path, File.ReadAllLines(path))) { MissingAdvice = missingAdvice };
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new RunException($"«{path}» cannot be read: {fault.Message}", fault) { IsUsage = true };
        }
    }

    /// <inheritdoc/>
    public Task<SecretResult> ReadAsync(SecretReference reference, CancellationToken cancellationToken) => Task.FromResult(
        values.TryGetValue(reference.Text, out var value)
            ? SecretText.ReadWhole(reference, value)
            : new SecretResult.Failed(
                reference, SecretFault.Missing,
                MissingAdvice ?? $"the file of --secrets has no such line: add {reference}=value"));

    private static ImmutableDictionary<string, string> Parse(string path, string[] lines)
    {
        var values = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var problems = new List<string>();
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].Trim();
            if (line.Length == 0 || line[0] == '#')
                continue;
            var end = line.IndexOf('=', StringComparison.Ordinal);
            var problem = end < 0
                ? "must be reference=value"
                : SecretReference.Parse(line[..end].TrimEnd()) switch
                {
                    SecretReferenceResult.Rejected(var rejection) => $"the reference {rejection.Reason}",
                    SecretReferenceResult.Parsed(var found) =>
                        values.TryAdd(found.Text, line[(end + 1)..]) ? null : $"gives {found} again",
                    _ => "must begin with ssm:/path/name= or secretsmanager:name=",
                };
            if (problem is not null)
                problems.Add($"line {i + 1}: {problem}");
        }

        if (problems.Count == 0)
            return values.ToImmutable();
        var list = string.Concat(problems.Select(each => $"\n- {each}"));
        throw new RunException($"«{path}» is no file of secrets:{list}") { IsUsage = true };
    }
}
