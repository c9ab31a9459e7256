using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Watchkeeper.Benchmarks.Detections;

/// <summary>Different events of an ordinary account in EventBridge's form, the same in every run.</summary>
internal sealed class TrailRecords(int seed)
{
    private const string Account = "123456789012";

    private static readonly string[] Names =
    [
        "orders", "checkout", "catalogue", "search", "billing", "accounts", "shipping", "returns", "mailer", "reports", "metrics",
        "gateway", "sessions", "images", "recommendations", "prices", "stock", "payments",
    ];

    private static readonly string[] Agents =
    [
        "aws-cli/2.31.9 md/awscrt#0.28.1 ua/2.1 os/linux#6.12 md/arch#x86_64 lang/python#3.13.7 md/command#run",
        "aws-sdk-dotnet-coreclr/4.0.3 ua/2.1 os/linux#6.12 md/ARCH#X64 lang/.NET_Core#10.0.1 md/aws-sdk-dotnet-core#4.0.3",
        "APN/1.0 HashiCorp/1.0 Terraform/1.13.3 (+https://www.terraform.io) terraform-provider-aws/6.14.1 aws-sdk-go-v2/1.39.0",
        "Boto3/1.40.43 md/Botocore#1.40.43 ua/2.1 os/linux#5.10.242 lang/python#3.12.11 exec-env/AWS_Lambda_python3.12",
        "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36",
    ];

    private static readonly string[] Identities =
    [
        """
        {"type":"AssumedRole","principalId":"AROA{hex}:{name}-{number}",
        "arn":"arn:aws:sts::{account}:assumed-role/{name}/{name}-{number}",
        "accountId":"{account}","accessKeyId":"ASIA{hex}","sessionContext":{"sessionIssuer":{"type":"Role",
        "principalId":"AROA{hex}",
        "arn":"arn:aws:iam::{account}:role/{name}","accountId":"{account}","userName":"{name}"},"attributes":{
        "creationDate":"2026-11-17T07:{minute}:11Z","mfaAuthenticated":"false"},"ec2RoleDelivery":"2.0"}}
        """,
        """
        {"type":"IAMUser","principalId":"AIDA{hex}","arn":"arn:aws:iam::{account}:user/{name}","accountId":"{account}",
        "accessKeyId":"AKIA{hex}","userName":"{name}"}
        """,
        """{"type":"AWSService","invokedBy":"autoscaling.amazonaws.com"}""",
        """
        {"type":"IdentityCenterUser","accountId":"{account}","onBehalfOf":{"userId":"{hex}",
        "identityStoreArn":"arn:aws:identitystore::{account}:identitystore/d-{hex}"},"credentialId":"{hex}"}
        """,
    ];

    private readonly Random random = new(seed);

    /// <summary>An event of a call that changes nothing of interest.</summary>
    public byte[] Ordinary()
    {
        var services = ServiceCalls.All;
        // The first services are called most.
        var at = (int)(services.Count * Math.Pow(random.NextDouble(), 2));
        return Encoding.UTF8.GetBytes(Json(services[at], Pick(services[at].Calls)).ToJsonString());
    }

    /// <summary>An ordinary event changed so that it is also this one, which needs only a detail.</summary>
    public byte[] Like(JsonObject example)
    {
        var json = Json(ServiceCalls.All[1], "Decrypt");
        var detail = json["detail"]!.AsObject();
        detail.Remove("requestParameters");
        detail.Remove("userIdentity");
        foreach (var (name, value) in example["detail"]!.AsObject())
            detail[name] = value?.DeepClone();
        detail["userIdentity"] ??= Fill(Identities[0]);
        return Encoding.UTF8.GetBytes(json.ToJsonString());
    }

    private JsonObject Json(ServiceCalls service, string call)
    {
        var isRead = IsRead(call);
        var minute = random.Next(10, 60);
        var detail = new JsonObject
        {
            ["eventVersion"] = "1.11",
            ["userIdentity"] = Fill(Identities[Weighted()]),
            ["eventTime"] = $"2026-11-17T08:{minute}:58Z",
            ["eventSource"] = $"{service.Name}.amazonaws.com",
            ["eventName"] = call,
            ["awsRegion"] = "eu-central-1",
            ["sourceIPAddress"] = $"203.0.113.{random.Next(256)}",
            ["userAgent"] = Pick(Agents),
            ["requestParameters"] = Fill(service.Request),
            ["responseElements"] = isRead ? null : Fill(service.Response),
            ["requestID"] = Guid(),
            ["eventID"] = Guid(),
            ["readOnly"] = isRead,
            ["eventType"] = "AwsApiCall",
            ["managementEvent"] = true,
            ["recipientAccountId"] = Account,
            ["eventCategory"] = "Management",
            ["tlsDetails"] = new JsonObject
            {
                ["tlsVersion"] = "TLSv1.3",
                ["cipherSuite"] = "TLS_AES_128_GCM_SHA256",
                ["clientProvidedHostHeader"] = $"{service.Name}.eu-central-1.amazonaws.com",
            },
        };
        if (random.Next(50) == 0)
        {
            detail["errorCode"] = "AccessDenied";
            detail["errorMessage"] = "User is not authorized to perform this action because no identity-based policy allows it";
        }

        return new JsonObject
        {
            ["version"] = "0",
            ["id"] = Guid(),
            ["detail-type"] = "AWS API Call via CloudTrail",
            ["source"] = $"aws.{service.Name}",
            ["account"] = Account,
            ["time"] = $"2026-11-17T08:{minute}:58Z",
            ["region"] = "eu-central-1",
            ["resources"] = new JsonArray(),
            ["detail"] = detail,
        };
    }

    private static bool IsRead(string call) =>
        new[] { "Get", "List", "Describe", "Head", "Lookup", "Batch", "Query", "Decrypt" }.Any(call.StartsWith);

    // Roles make most calls.
    private int Weighted() => random.Next(10) switch { < 7 => 0, < 8 => 1, < 9 => 2, _ => 3 };

    private JsonNode? Fill(string template)
    {
        var name = Pick(Names);
        var text = template
            .Replace("{account}", Account, StringComparison.Ordinal)
            .Replace("{name}", name, StringComparison.Ordinal)
            .Replace("{minute}", Text(random.Next(10, 60)), StringComparison.Ordinal)
            .Replace("{number}", Text(random.Next(250)), StringComparison.Ordinal);
        while (text.IndexOf("{hex}", StringComparison.Ordinal) is var at and >= 0)
            text = $"{text[..at]}{random.NextInt64(1L << 60).ToString("x15", CultureInfo.InvariantCulture)}{text[(at + 5)..]}";
        return JsonNode.Parse(text);
    }

    private string Guid() => new Guid(random.Next(), (short)random.Next(), 4711, 1, 2, 3, 4, 5, 6, 7, 8).ToString();

    private string Pick(string[] list) => list[random.Next(list.Length)];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
