using Microsoft.Extensions.Logging;

namespace Watchkeeper.Functions.Hosting;

/// <summary>All log messages, with stable ids. Texts from events are values and never part of a message template.</summary>
internal static partial class Log
{
    [LoggerMessage(100, LogLevel.Information, "{Reason}: {Fingerprint} ({Severity}), incident {Incident}, event {EventId}")]
    public static partial void SignalRecorded(
        ILogger log, string reason, string fingerprint, string severity, string? incident, string eventId);

    [LoggerMessage(101, LogLevel.Debug, "ignored: {Reason}, event {EventId}")]
    public static partial void SignalIgnored(ILogger log, string reason, string eventId);

    [LoggerMessage(102, LogLevel.Warning, "rejected, sent to the dead letters: {Path}: {Problem}")]
    public static partial void SignalRejected(ILogger log, string path, string problem);

    [LoggerMessage(103, LogLevel.Debug, "scheduled event of {Rule}, due at {Due}, arrived {Delay} later")]
    public static partial void ScheduleFired(ILogger log, string rule, DateTimeOffset due, TimeSpan delay);

    [LoggerMessage(104, LogLevel.Warning,
        "unknown severity {Declared} declared by {Fingerprint}; Watchkeeper uses {Severity}, event {EventId}")]
    public static partial void SeverityUnknown(ILogger log, string declared, string fingerprint, string severity, string eventId);

    [LoggerMessage(105, LogLevel.Debug, "the staged detection {Detection} matches event {EventId}")]
    public static partial void DetectionStaged(ILogger log, string detection, string eventId);

    [LoggerMessage(
        112, LogLevel.Information, "the detection {Detection} matches event {EventId}, and an exception covers the caller")]
    public static partial void DetectionExpected(ILogger log, string detection, string eventId);

    [LoggerMessage(
        106, LogLevel.Information, "detections in force: the built-in ones and {Files} files of {Source}")]
    public static partial void DetectionsChanged(ILogger log, int files, string source);

    [LoggerMessage(107, LogLevel.Error,
        "the applied detections cannot be used; {InForce} stay in force, and the next minute tries again: {Problem}")]
    public static partial void DetectionsUnusable(ILogger log, string inForce, string problem);

    [LoggerMessage(114, LogLevel.Error, "a silence cannot be read, so that it keeps nothing quiet: {Problem}")]
    public static partial void SilencesUnusable(ILogger log, string problem);

    [LoggerMessage(108, LogLevel.Information, "configuration in force: version {Number} ({Hash}) by {By}")]
    public static partial void ConfigurationChanged(ILogger log, long number, string hash, string by);

    [LoggerMessage(109, LogLevel.Error,
        "the applied configuration cannot be used; {Used} stays in force, and the next minute tries again: {Problem}")]
    public static partial void ConfigurationUnusable(ILogger log, string used, string problem);

    [LoggerMessage(200, LogLevel.Information, "notification {Notification} of {Incident} by {Channel}: {Status} {Detail}")]
    public static partial void Delivered(
        ILogger log, string channel, string notification, string incident, string status, string detail);

    [LoggerMessage(201, LogLevel.Warning,
        "notification {Notification} of {Incident} not delivered by {Channel}: {Status} {Detail}")]
    public static partial void NotDelivered(
        ILogger log, string channel, string notification, string incident, string status, string detail);

    [LoggerMessage(202, LogLevel.Warning,
        "another process took the claim on notification {Notification} of {Incident} during sending")]
    public static partial void ClaimLost(ILogger log, string notification, string incident);

    [LoggerMessage(203, LogLevel.Information,
        "another process holds the notification until {Until}; the stream delivers the change again")]
    public static partial void HeldElsewhere(ILogger log, DateTimeOffset until);

    [LoggerMessage(204, LogLevel.Warning,
        "mail of notification {Notification} of {Incident}, {Reason}: {Detail}, event {EventId}")]
    public static partial void FeedbackRecorded(
        ILogger log, string notification, string incident, string reason, string detail, string eventId);

    [LoggerMessage(205, LogLevel.Information,
        "mail of notification {Notification} of {Incident} unchanged: {Reason}, event {EventId}")]
    public static partial void FeedbackKnown(ILogger log, string notification, string incident, string reason, string eventId);

    [LoggerMessage(300, LogLevel.Warning, "reaction {Step} for {Incident}: {Status} {Target} {Refusal} {Detail}")]
    public static partial void Reacted(
        ILogger log, string step, string incident, string status, string? target, string? refusal, string detail);

    [LoggerMessage(400, LogLevel.Information,
        "sweep: {Tried} notifications retried, {Expired} incidents expired, {Resolved} resolved by CloudWatch's alarm states, "
        + "{Found} alarms found, {Reminded} reminders, {MutesEnded} mutes ended, {Failed} rows failed")]
    public static partial void Swept(
        ILogger log, int tried, int expired, int resolved, int found, int reminded, int mutesEnded, int failed);

    [LoggerMessage(401, LogLevel.Information, "{Reason}: {Fingerprint}, incident {Incident}")]
    public static partial void IncidentKept(ILogger log, string reason, string fingerprint, string? incident);

    [LoggerMessage(402, LogLevel.Error, "the sweep failed on row {Row}; the next sweep retries: {Problem}")]
    public static partial void SweepFailed(ILogger log, string row, string problem, Exception exception);

    [LoggerMessage(403, LogLevel.Warning, "CloudWatch did not return alarm states: {Problem}")]
    public static partial void AlarmsUnanswered(ILogger log, string problem);

    [LoggerMessage(404, LogLevel.Error, "a row of the table is unreadable and was sent to the dead letters: {Path}: {Problem}")]
    public static partial void RowSetAside(ILogger log, string path, string problem);

    [LoggerMessage(405, LogLevel.Warning,
        "the stream had lost {Entries} of {Incident}; the timeline has them now, and nobody was notified of them")]
    public static partial void LostChangesMended(ILogger log, string entries, string incident);

    [LoggerMessage(407, LogLevel.Information, "recounted part {Part} of {Day:yyyy-MM-dd}: {Ends}; {Leaks} leaked")]
    public static partial void Recounted(ILogger log, char part, DateOnly day, string ends, int leaks);

    [LoggerMessage(406, LogLevel.Warning,
        "no timer could be set for {At}; the sweep tells the groups that wait until then: {Problem}")]
    public static partial void TimerFailed(ILogger log, DateTimeOffset at, string problem);

    [LoggerMessage(407, LogLevel.Information,
        "timers: {Due} due, {Early} set again because they came early, {Rejected} rejected; "
        + "{Tried} notifications tried, {Failed} rows failed")]
    public static partial void TimersCame(ILogger log, int due, int early, int rejected, int tried, int failed);

    [LoggerMessage(410, LogLevel.Information,
        "audit: {Read} of {Checks} checks read, {Signals} signals, {Failed} checks failed, {Left} left for the next run")]
    public static partial void AuditDone(ILogger log, int read, int checks, int signals, int failed, int left);

    [LoggerMessage(411, LogLevel.Warning, "check {Check} ({CheckId}) failed: {Problem}")]
    public static partial void CheckFailed(ILogger log, string check, string checkId, string problem);

    [LoggerMessage(412, LogLevel.Warning,
        "no audit: the account's support plan does not include the Support API; Trusted Advisor's notifications still arrive")]
    public static partial void NotSubscribed(ILogger log);

    [LoggerMessage(420, LogLevel.Warning, "alarm left out: {Problem}")]
    public static partial void AlarmsLeftOut(ILogger log, string problem);

    [LoggerMessage(500, LogLevel.Error, "change {SequenceNumber} failed; the stream delivers it again: {Problem}")]
    public static partial void ChangeFailed(ILogger log, string? sequenceNumber, string problem, Exception exception);
}
