using Watchkeeper.Signals;

namespace Watchkeeper.Health;

/// <summary>A type of AWS Health event, in words.</summary>
/// <param name="Code">The event type code, such as <c>AWS_EC2_INSTANCE_STOP_SCHEDULED</c>, or the end of several codes.</param>
/// <param name="English">
/// What it is, without the service and the time. <c>{thing}</c> is the affected resource, or a word for such resources.
/// </param>
/// <param name="Chinese">The same in Chinese.</param>
/// <param name="Step">What to do about it.</param>
/// <param name="Stops">Whether it stops, restarts or removes what it is about.</param>
/// <param name="Severity">The severity that the meaning demands; null if the category and the date decide.</param>
public sealed record HealthEventType(
    string Code,
    string English,
    string Chinese,
    HealthStep Step = HealthStep.ReadIt,
    bool Stops = false,
    Severity? Severity = null);

/// <summary>What to do first about a Health event.</summary>
public enum HealthStep
{
    /// <summary>Nothing in particular: the advice of the event's category.</summary>
    ReadIt,

    /// <summary>Stop and start, or replace, before the date.</summary>
    MoveBefore,

    /// <summary>The window may interrupt; choose another one or prepare for it.</summary>
    PrepareForWindow,

    /// <summary>Have a second way through the network.</summary>
    CheckRedundancy,

    /// <summary>Upgrade before the date.</summary>
    Upgrade,

    /// <summary>Renew or validate a certificate.</summary>
    Renew,

    /// <summary>Look at data that was or may be lost.</summary>
    Restore,

    /// <summary>Disable a leaked key.</summary>
    DisableKey,

    /// <summary>Isolate what does harm, and answer AWS.</summary>
    AnswerAbuse,

    /// <summary>Pay, or talk with AWS about the account.</summary>
    Pay,

    /// <summary>Close what is open to others.</summary>
    Close,

    /// <summary>Replace what AWS found degraded or recovered.</summary>
    CheckRecovered,
}
