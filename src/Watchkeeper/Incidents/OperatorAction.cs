namespace Watchkeeper.Incidents;

/// <summary>An action of an operator on an incident.</summary>
/// <param name="Id">Identity of the action; makes a repeated request harmless.</param>
/// <param name="Verb">The requested change.</param>
/// <param name="Who">The operator, as the caller authenticated them.</param>
/// <param name="Note">The operator's own words, or empty.</param>
public sealed record OperatorAction(string Id, OperatorVerb Verb, string Who, string Note = "");

/// <summary>The changes that an operator can request.</summary>
public enum OperatorVerb
{
    /// <summary>Acknowledge the incident.</summary>
    Acknowledge,

    /// <summary>Resolve the incident. While its source still reports it, the note must say why.</summary>
    Resolve,

    /// <summary>Add the note to the timeline.</summary>
    Comment,
}
