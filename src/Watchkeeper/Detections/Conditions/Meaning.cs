namespace Watchkeeper.Detections.Conditions;

/// <summary>What values of an event mean, however they are written. An event pattern compares spellings only.</summary>
public enum Meaning
{
    /// <summary>The networks, taken together, are nearly everybody: <see cref="EverybodyNetwork"/>.</summary>
    EverybodyNetwork,

    /// <summary>
    /// A policy of a user, group or role that makes its holder an administrator: <see cref="AdministratorPolicy"/>.
    /// </summary>
    AdministratorPolicy,

    /// <summary>A policy of a resource or role that lets everybody in: <see cref="PrincipalPolicy.IsPublic"/>.</summary>
    PublicPolicy,

    /// <summary>The same, narrowed to a network or a VPC endpoint: <see cref="PrincipalPolicy.IsNarrowedToNetwork"/>.</summary>
    NetworkPolicy,

    /// <summary>
    /// A policy of a resource or role that lets another account in by name: <see cref="PrincipalPolicy.LetsIn"/>.
    /// </summary>
    ForeignAccountPolicy,

    /// <summary>An account, or an ARN in one, that is not the event's account: <see cref="ForeignAccount"/>.</summary>
    ForeignAccount,

    /// <summary>The rule of a composite alarm that can never be true: <see cref="NeverTrueRule"/>.</summary>
    NeverTrueRule,

    /// <summary>
    /// The event selectors of a trail or event data store, taken together, record all management events:
    /// <see cref="AllManagementEvents"/>.
    /// </summary>
    AllManagementEvents,
}
