namespace Watchkeeper.Incidents;

/// <summary>What a person does to an incident.</summary>
/// <param name="Id">Identity of the action, so that a repeated request changes nothing.</param>
/// <param name="Verb">What to do.</param>
/// <param name="Who">Who does it, as the caller authenticated them.</param>
/// <param name="Note">Their own words, or empty.</param>
public sealed record OperatorAction(string Id, OperatorVerb Verb, string Who, string Note = "");

/// <summary>What people can do to an incident.</summary>
public enum OperatorVerb
{
    /// <summary>Take it on.</summary>
    Acknowledge,

    /// <summary>End it.</summary>
    Resolve,
}
