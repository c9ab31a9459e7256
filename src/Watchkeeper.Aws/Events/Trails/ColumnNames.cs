using System.Collections.Frozen;
using System.Text.Json;
using Watchkeeper.Aws.Events.Json;

namespace Watchkeeper.Aws.Events.Trails;

/// <summary>
/// The names of a record's members behind the columns of a table, which are in lower case («Querying AWS CloudTrail logs» in the
/// Athena user guide). Only the record's own members and those of its identity are columns; requests keep their case in a text.
/// </summary>
internal static class ColumnNames
{
    private const string Identity = "userIdentity";

    private static readonly FrozenDictionary<string, string> Names = ((string[])
    [
        "eventVersion", Identity, "eventTime", "eventSource", "eventName", "awsRegion", "sourceIPAddress", "userAgent", "errorCode",
        "errorMessage", "requestParameters", "responseElements", "additionalEventData", "requestID", "eventID", "readOnly",
        "eventType", "apiVersion", "managementEvent", "recipientAccountId", "serviceEventDetails", "sharedEventID",
        "vpcEndpointId", "vpcEndpointAccountId", "eventCategory", "sessionCredentialFromConsole", "edgeDeviceDetails",
        "tlsDetails", "insightDetails", "principalId", "accountId", "accessKeyId", "userName", "invokedBy", "sessionContext",
        "sessionIssuer", "webIdFederationData", "federatedProvider", "mfaAuthenticated", "creationDate", "ec2RoleDelivery",
        "sourceIdentity", "onBehalfOf", "userId", "identityStoreArn", "credentialId", "assumedRoot", "inScopeOf",
    ]).ToFrozenDictionary(name => name.ToLowerInvariant(), StringComparer.Ordinal);

    /// <summary>Whether a record's members are columns.</summary>
    public static bool AreIn(JsonElement record) =>
        record.Get("eventName").ValueKind is JsonValueKind.Undefined && record.Text("eventname").Length > 0;

    /// <summary>CloudTrail's name of a column; the name itself if it is none.</summary>
    public static string Of(string name) => Names.GetValueOrDefault(name, name);

    /// <summary>Whether the members of this member are columns too.</summary>
    public static bool GoOnIn(string name) => name == Identity;
}
