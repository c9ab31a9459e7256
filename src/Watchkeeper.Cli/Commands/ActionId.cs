namespace Watchkeeper.Cli.Commands;

/// <summary>The identity of an action.</summary>
internal static class ActionId
{
    // Every call is an action of its own; only a repeated request of one call would have the same id.
#pragma warning disable RS0030
    public static string Create() => Guid.NewGuid().ToString();
#pragma warning restore RS0030
}
