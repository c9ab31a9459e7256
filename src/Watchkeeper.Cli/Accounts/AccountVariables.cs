namespace Watchkeeper.Cli.Accounts;

/// <summary>The environment variables of AWS's tools. An empty one counts as unset, as in AWS's own command line.</summary>
/// <param name="read">Reads a variable.</param>
/// <param name="publish">Sets a variable for the AWS SDK, which reads the process's own.</param>
internal sealed class AccountVariables(Func<string, string?> read, Action<string, string> publish)
{
    /// <summary>The variables of this process.</summary>
    public static AccountVariables OfProcess { get; } =
        new(Environment.GetEnvironmentVariable, Environment.SetEnvironmentVariable);

    /// <summary>Returns the value; null if it is unset or empty.</summary>
    public string? this[string name] => read(name) is { Length: > 0 } value ? value : null;

    /// <summary>Returns the first variable that is set, with its name.</summary>
    public Setting? First(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (this[name] is { } value)
                return new Setting(value, name);
        }

        return null;
    }

    /// <summary>Sets a variable for the AWS SDK.</summary>
    public void Publish(string name, string value) => publish(name, value);
}

/// <summary>A value with its origin, for messages.</summary>
/// <param name="Value">The value.</param>
/// <param name="Origin">The option, the variable or the profile that gave the value.</param>
internal sealed record Setting(string Value, string Origin);
