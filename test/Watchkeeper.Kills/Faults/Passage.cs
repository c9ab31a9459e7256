namespace Watchkeeper.Kills.Faults;

/// <summary>One request at the proxy and its fate.</summary>
internal sealed class Passage(string function, int invocation, BoundaryRequest request, KillPoint? kill, bool refused)
{
    public string Function => function;

    /// <summary>The invocation that made it, counted over the proxy's life.</summary>
    public int Invocation => invocation;

    public BoundaryRequest Request => request;

    /// <summary>The kill that this request triggers; null if none.</summary>
    public KillPoint? Kill => kill;

    /// <summary>Whether the proxy answered it as a failing service does.</summary>
    public bool IsRefused => refused;

    /// <summary>Whether the emulator received it.</summary>
    public bool IsForwarded { get; set; }

    /// <summary>Whether the emulator carried it out.</summary>
    public bool IsAccepted { get; set; }

    public override string ToString() => $"{Function} {Request.Operation}{(kill is null ? "" : $" (killed {kill})")}";
}
