using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using Watchkeeper.Aws.Errors;
using Watchkeeper.Cli.Processes;
using Watchkeeper.Storage.Rows;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Accounts;

/// <summary>Explains errors of AWS in one line that names the setting at fault.</summary>
/// <param name="settings">The settings.</param>
/// <param name="credentials">The origin of the credentials.</param>
/// <param name="table">The table, with the origin of its name.</param>
internal sealed class AccountErrors(AccountSettings settings, string credentials, Setting table)
{
    private const int MaxLength = 300;

    /// <summary>Explains an error; null if it is not one of AWS or of the connection.</summary>
    public RunException? Explain(Exception fault, CancellationToken cancellationToken) => fault switch
    {
        _ when cancellationToken.IsCancellationRequested => null,
        RunException => null,
        AmazonServiceException answer when (int)answer.StatusCode is not 0 => Answered(answer),
        // The table itself throws it, without an answer, if a batch of reads stays incomplete.
        ProvisionedThroughputExceededException incomplete => Answered(incomplete),
        InvalidRowWriteException { InnerException: AmazonServiceException answer } => Answered(answer),
        _ when fault is AmazonServiceException or AmazonClientException { InnerException: not null } =>
            Silent(fault.InnerException ?? fault),
        AmazonClientException client => Usage($"The credentials of {credentials} failed: {Words(client)}", client),
        HttpRequestException or IOException or TimeoutException or OperationCanceledException => Silent(fault),
        _ => null,
    };

    private RunException Answered(AmazonServiceException answer) => answer.ErrorCode switch
    {
        _ when answer is ResourceNotFoundException => Usage(
            $"There is no table «{table.Value}» {Where}. Give the stack's output TableName with --table; "
            + $"the name comes from {table.Origin}, the region from {settings.Region.Origin}.",
            answer),
        _ when answer is ProvisionedThroughputExceededException || ThrottlingErrors.Are(answer) => new RunException(
            $"DynamoDB throttles the table «{table.Value}» ({Code(answer)}). Run again in a moment.", answer),
        "AccessDeniedException" or "AccessDenied" or "UnauthorizedOperation" or "KMSAccessDeniedException" => new RunException(
            $"AWS does not allow this with the credentials of {credentials}: {Words(answer)} "
            + "Attach the policy of the stack's output OperatorPolicyArn.",
            answer),
        "ExpiredToken" or "ExpiredTokenException" or "RequestExpired" => Usage(
            $"The credentials of {credentials} have expired. Renew them («aws sso login», or a new session token).", answer),
        "UnrecognizedClientException" or "InvalidClientTokenId" or "SignatureDoesNotMatch" or "InvalidSignatureException"
            or "MissingAuthenticationToken" or "MissingAuthenticationTokenException" or "IncompleteSignature"
            or "IncompleteSignatureException" => Usage(
            $"AWS does not accept the credentials of {credentials} ({answer.ErrorCode}) {Where}. "
            + $"Check them, and the region from {settings.Region.Origin}.",
            answer),
        "ValidationException" => Usage(
            $"The table «{table.Value}» {Where} is no table of Watchkeeper: {Words(answer)} Its name comes from {table.Origin}.",
            answer),
        _ => new RunException(
            $"DynamoDB {Where} answered {Code(answer)}: {Words(answer)}", answer),
    };

    private RunException Silent(Exception fault) => new(
        $"No service answers {Where}: {Words(fault)} "
        + (settings.DynamoDb is { } endpoint
            ? $"The address comes from {endpoint.Origin}."
            : $"The region comes from {settings.Region.Origin}; check it, and the connection."),
        fault);

    private string Where => settings.DynamoDb is { } endpoint
        ? $"at {endpoint.Value} in {settings.Region.Value}"
        : $"in {settings.Region.Value}";

    private static string Code(AmazonServiceException answer) => answer switch
    {
        { ErrorCode.Length: > 0 } => answer.ErrorCode,
        ProvisionedThroughputExceededException => nameof(ProvisionedThroughputExceededException),
        _ => $"HTTP {(int)answer.StatusCode}",
    };

    private static string Words(Exception fault) => fault is OperationCanceledException or TimeoutException
        ? "no answer in time."
        : InertText.Line(fault.Message, MaxLength).TrimEnd('.') + ".";

    private static RunException Usage(string message, Exception cause) => new(message, cause) { IsUsage = true };
}
