namespace Watchkeeper.Cli.Wiring;

/// <summary>
/// The names of the template's resources. AWS generates names; a local run uses the logical id. An emulator can thus be prepared
/// before the functions start, and every run has the same names.
/// </summary>
internal sealed record PhysicalNames
{
    /// <summary>The account id, twelve digits. The default is the account of moto and of SAM's local runs.</summary>
    public string Account { get; init; } = "123456789012";

    public string Region { get; init; } = "eu-central-1";

    public string StackName { get; init; } = "watchkeeper";

    /// <summary>
    /// The SQS endpoint, with which every queue URL begins. Null selects the AWS endpoint in <see cref="Region"/>.
    /// </summary>
    public Uri? QueueEndpoint { get; init; }

    private string Partition => Region.StartsWith("cn-", StringComparison.Ordinal) ? "aws-cn" : "aws";

    private string UrlSuffix => Partition == "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com";

    /// <summary>Returns the value of a pseudo parameter such as <c>AWS::Region</c>; null if the name is unknown.</summary>
    public string? Pseudo(string name) => name switch
    {
        "AWS::AccountId" => Account,
        "AWS::Partition" => Partition,
        "AWS::Region" => Region,
        "AWS::StackName" => StackName,
        "AWS::StackId" => $"arn:{Partition}:cloudformation:{Region}:{Account}:stack/{StackName}/local",
        "AWS::URLSuffix" => UrlSuffix,
        _ => null,
    };

    /// <summary>Returns the value of <c>Ref</c> for a resource.</summary>
    public string Reference(string type, string logicalId) => type switch
    {
        "AWS::SNS::Topic" => Arn("sns", logicalId),
        "AWS::SQS::Queue" => QueueUrl(logicalId),
        "AWS::S3::Bucket" => Bucket(logicalId),
        _ => logicalId,
    };

    /// <summary>Returns the value of <c>Fn::GetAtt</c> for a resource; null if local runs do not support the attribute.</summary>
    public string? Attribute(string type, string logicalId, string attribute) => (type, attribute) switch
    {
        ("AWS::DynamoDB::Table", "Arn") => Arn("dynamodb", $"table/{logicalId}"),
        ("AWS::DynamoDB::Table", "StreamArn") => Arn("dynamodb", $"table/{logicalId}/stream/local"),
        ("AWS::SNS::Topic", "TopicArn") => Arn("sns", logicalId),
        ("AWS::SNS::Topic", "TopicName") or ("AWS::SQS::Queue", "QueueName") => logicalId,
        ("AWS::SQS::Queue", "Arn") => Arn("sqs", logicalId),
        ("AWS::SQS::Queue", "QueueUrl") => QueueUrl(logicalId),
        ("AWS::S3::Bucket", "Arn") => $"arn:{Partition}:s3:::{Bucket(logicalId)}",
        ("AWS::Serverless::Function", "Arn") => Arn("lambda", $"function:{logicalId}"),
        ("AWS::KMS::Key", "Arn") => Arn("kms", $"key/{logicalId}"),
        ("AWS::IAM::Role", "Arn") => $"arn:{Partition}:iam::{Account}:role/{logicalId}",
        ("AWS::Logs::LogGroup", "Arn") => Arn("logs", $"log-group:{logicalId}:*"),
        _ => null,
    };

    private string Arn(string service, string resource) => $"arn:{Partition}:{service}:{Region}:{Account}:{resource}";

    private string QueueUrl(string name) =>
        $"{(QueueEndpoint?.ToString() ?? $"https://sqs.{Region}.{UrlSuffix}").TrimEnd('/')}/{Account}/{name}";

    private string Bucket(string logicalId) => $"{StackName}-{logicalId}".ToLowerInvariant();
}
