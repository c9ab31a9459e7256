using System.Collections.Immutable;
using Watchkeeper.Cli.Processes;

namespace Watchkeeper.Cli.Accounts;

/// <summary>One profile of AWS's shared configuration, from both files.</summary>
internal sealed class AccountProfile
{
    private const string Default = "default";

    private readonly ImmutableDictionary<string, string> values;
    private readonly AccountFile config;

    private AccountProfile(Setting? chosen, AccountFile config, AccountFile credentials)
    {
        this.config = config;
        Name = chosen?.Value ?? Default;
        var sections = new[]
        {
            Name == Default ? config.Find(Default) : null,
            config.Find($"profile {Name}"),
            // Where both files have a value, AWS's own command line takes the one of the credentials.
            credentials.Find(Name),
        };
        Exists = sections.Any(section => section is not null);
        values = ImmutableDictionary.Create<string, string>(StringComparer.Ordinal).SetItems(
            sections.OfType<IReadOnlyDictionary<string, string>>().SelectMany(section => section)
                .Where(each => each.Value.Length > 0));
    }

    /// <summary>The profile's name.</summary>
    public string Name { get; }

    /// <summary>Whether a file has the profile.</summary>
    public bool Exists { get; }

    /// <summary>The path of the configuration file.</summary>
    public required string ConfigPath { get; init; }

    /// <summary>The path of the credentials file.</summary>
    public required string CredentialsPath { get; init; }

    /// <summary>Whether an option names the profile. Then the keys in variables do not count.</summary>
    public required bool IsGiven { get; init; }

    /// <summary>Whether an option or a variable names the profile.</summary>
    public required bool IsNamed { get; init; }

    /// <summary>Reads the profile that the option or the variables name.</summary>
    /// <exception cref="RunException">No file has the named profile.</exception>
    public static AccountProfile Read(string? given, AccountVariables variables)
    {
        var chosen = given is not null
            ? new Setting(given, "--profile")
            : variables.First("AWS_DEFAULT_PROFILE", "AWS_PROFILE");
        var home = Path.Combine(
            variables["HOME"] ?? variables["USERPROFILE"] ?? Directory.GetCurrentDirectory(), ".aws");
        var configPath = PathOf("AWS_CONFIG_FILE", "config");
        var credentialsPath = PathOf("AWS_SHARED_CREDENTIALS_FILE", "credentials");
        var profile = new AccountProfile(chosen, AccountFile.Read(configPath), AccountFile.Read(credentialsPath))
        {
            ConfigPath = configPath,
            CredentialsPath = credentialsPath,
            IsGiven = given is not null,
            IsNamed = chosen is not null,
        };
        return profile.Exists || chosen is null or { Value: Default }
            ? profile
            : throw new RunException(
                $"{chosen.Origin} is «{chosen.Value}», but neither «{configPath}» nor «{credentialsPath}» has such a profile. "
                + "Choose one that «aws configure list-profiles» prints.")
            { IsUsage = true };

        string PathOf(string variable, string name)
        {
            var path = variables[variable] ?? Path.Combine(home, name);
            return path.StartsWith("~/", StringComparison.Ordinal)
                ? Path.Combine(Path.GetDirectoryName(home)!, path[2..])
                : Path.GetFullPath(path);
        }
    }

    /// <summary>Returns a value of the profile with its origin; null if it is missing or empty.</summary>
    public Setting? this[string key] => values.TryGetValue(key, out var value)
        ? new Setting(value, $"{key} of the profile {Name}")
        : null;

    /// <summary>Returns a value for one service, from the section that the profile's key <c>services</c> names.</summary>
    public Setting? OfService(string service, string key) =>
        this["services"] is { } named
        && config.Find($"services {named.Value}")?.GetValueOrDefault(AccountFile.Nested(service, key)) is { Length: > 0 } value
            ? new Setting(value, $"{key} of {service} in the services {named.Value}")
            : null;
}
