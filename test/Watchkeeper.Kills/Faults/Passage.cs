namespace Watchkeeper.Kills.Faults;

/// <summary>What became of one request at the proxy.</summary>
internal sealed class Passage(string function, int invocation, BoundaryRequest request, KillPoint? kill, bool refused)
{
    public string Function => function;

    /// <summary>The invocation that made it, counted over the proxy's life.</summary>
    public int Invocation => invocation;

    public BoundaryRequest Request => request;

    /// <summary>Where its process is killed for it; null where it lives on.</summary>
    public KillPoint? Kill => kill;

    /// <summary>Answered by the proxy as a service in trouble does.</summary>
    public bool IsRefused => refused;

    /// <summary>The emulator got it.</summary>
    public bool IsForwarded { get; set; }

    /// <summary>The emulator carried it out.</summary>
    public bool IsAccepted { get; set; }

    public override string ToString() => $"{Function} {Request.Operation}{(kill is null ? "" : $" (killed {kill})")}";
}
