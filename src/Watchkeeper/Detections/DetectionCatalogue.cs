using System.Collections.Immutable;

namespace Watchkeeper.Detections;

/// <summary>Watchkeeper's built-in detections: one file each in the folder Rules, embedded in this assembly.</summary>
public static class DetectionCatalogue
{
    private static readonly Lazy<ImmutableArray<Detection>> Loaded = new(() => [.. Ids.Select(Load)]);

    /// <summary>The ids; they are also the file names.</summary>
    public static ImmutableArray<string> Ids { get; } =
    [
        "root-use",
        "root-session-assumed",
        "root-session-audited",
        "root-session-used",
        "root-password-recovery",
        "root-password-changed",
        "root-email-changed",
        "root-access-key-created",
        "root-mfa-deactivated",
        "console-sign-in-without-mfa",
        "console-sign-in-failed",
        "root-sign-in-failed",
        "user-created",
        "access-key-for-another-user",
        "login-profile-created",
        "login-profile-changed",
        "mfa-deactivated",
        "admin-policy-attached",
        "admin-policy-written",
        "role-trusts-everybody",
        "identity-provider-changed",
        "password-policy-weakened",
        "organisation-left",
        "organisation-guardrail-removed",
        "trail-stopped",
        "trail-changed",
        "guardduty-disabled",
        "guardduty-member-released",
        "security-service-disabled",
        "config-recorder-stopped",
        "alarms-silenced",
        "event-rule-disabled",
        "log-group-deleted",
        "flow-logs-deleted",
        "kms-key-doomed",
        "bucket-policy-public",
        "bucket-acl-public",
        "public-access-block-removed",
        "bucket-versioning-suspended",
        "snapshot-public",
        "secret-deleted",
        "secret-destroyed",
        "database-destroyed",
        "table-deleted",
        "point-in-time-recovery-off",
        "backup-deleted",
        "volume-encryption-off",
        "security-group-open-to-world",
        "security-group-web-open-to-world",
        "security-group-rule-opened",
        "function-policy-public",
        "function-url-without-sign-in",
        "image-repository-public",
        "instance-metadata-weakened",
        "web-firewall-removed",
        "domain-unlocked",
        "region-opted-in",
    ];

    /// <summary>All built-in detections, parsed on first use.</summary>
    public static ImmutableArray<Detection> All => Loaded.Value;

    /// <summary>The bytes of a detection's file.</summary>
    public static ReadOnlyMemory<byte> FileOf(string id)
    {
        using var stream = typeof(DetectionCatalogue).Assembly
            .GetManifestResourceStream($"Watchkeeper.Detections.Rules.{id}.json")
            ?? throw new ArgumentException($"there is no detection «{id}»", nameof(id));
        var file = new byte[stream.Length];
        stream.ReadExactly(file);
        return file;
    }

    private static Detection Load(string id)
    {
        var parsed = DetectionParser.Parse(FileOf(id).Span);
        return parsed.Detection ?? throw new InvalidDataException($"detection «{id}»: {string.Join("; ", parsed.Errors)}");
    }
}
