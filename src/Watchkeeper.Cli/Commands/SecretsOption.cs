using System.CommandLine;

namespace Watchkeeper.Cli.Commands;

/// <summary><c>--secrets</c>: the values of the secrets that the configuration refers to.</summary>
internal static class SecretsOption
{
    public static Option<string?> Create() => new("--secrets")
    {
        Description = "A file of the secrets that the configuration refers to, one REFERENCE=VALUE a line, such as "
            + "ssm:/watchkeeper/mail=ops@shop.example. The emulators keep them in moto.",
    };
}
