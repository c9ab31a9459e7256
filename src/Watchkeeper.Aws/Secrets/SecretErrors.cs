using System.Collections.Frozen;
using System.Net;
using Amazon.Runtime;
using Watchkeeper.Aws.Errors;
using Watchkeeper.Secrets;
using Watchkeeper.Text;

namespace Watchkeeper.Aws.Secrets;

/// <summary>
/// Classifies the errors of GetParameter and GetSecretValue, in own words. The services' texts never appear; a denial is looked
/// through only for which of the two rights is missing.
/// </summary>
internal static class SecretErrors
{
    private const int MaxCodeLength = 64;
    private const string NoKey =
        "kms:Decrypt is missing on the key that encrypts the secret: name the key's ARN in the stack's parameter SecretsKeyArns, "
        + "and let the key's own policy allow it";

    private const string BadKey =
        "the key that encrypts the secret is disabled, is being deleted, or does not exist: mend the key";

    private static readonly FrozenDictionary<string, (SecretFault Fault, string Reason)> ByCode =
        new Dictionary<string, (SecretFault, string)>(StringComparer.Ordinal)
        {
            ["ParameterNotFound"] = (
                SecretFault.Missing, "no such parameter in this account and region: create it as a SecureString"),
            ["ParameterVersionNotFound"] = (
                SecretFault.Missing, "the parameter has no such version or label: name another one, or none for the newest"),
            ["ParameterVersionLabelNotFound"] = (
                SecretFault.Missing, "the parameter has no such label: name another one, or none for the newest"),
            ["InvalidKeyId"] = (SecretFault.Denied, BadKey),
            ["DecryptionFailure"] = (SecretFault.Denied, $"{NoKey}; or {BadKey}"),
            ["InvalidParameterException"] = (SecretFault.Missing, "Secrets Manager refused the name: check the reference"),
            ["ValidationException"] = (SecretFault.Missing, "the service refused the name: check the reference"),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    public static bool AreAnswers(Exception fault, CancellationToken cancellationToken) =>
        AwsErrors.AreAnswers(fault, cancellationToken);

    public static SecretResult.Failed Explain(SecretReference reference, Exception fault)
    {
        var (kind, reason) = fault switch
        {
            AmazonUnmarshallingException => (SecretFault.Unreachable, "the service's answer cannot be read"),
            // The SDK sets status 0 if no response arrived.
            AmazonServiceException { StatusCode: not default(HttpStatusCode) } answer => Answered(reference, answer),
            OperationCanceledException or TimeoutException => (SecretFault.Unreachable, "no answer in time"),
            HttpRequestException http => (SecretFault.Unreachable, $"no connection to the service: {http.HttpRequestError}"),
            _ => (SecretFault.Unreachable, "no answer from the service"),
        };
        return new SecretResult.Failed(reference, kind, reason);
    }

    private static (SecretFault Fault, string Reason) Answered(SecretReference reference, AmazonServiceException answer)
    {
        var code = answer.ErrorCode ?? "";
        if (ThrottlingErrors.Are(answer))
            return (SecretFault.Throttled, "the service throttles the calls");
        var (fault, reason) = ByCode.TryGetValue(code, out var known)
            ? known
            : code switch
            {
                "AccessDeniedException" or "AccessDenied" => (SecretFault.Denied, MissingRight(reference, answer.Message ?? "")),
                "ResourceNotFoundException" => (SecretFault.Missing, NotFound(answer.Message ?? "")),
                "InvalidRequestException" => (SecretFault.Missing, NotInForce(answer.Message ?? "")),
                _ => Common(answer),
            };
        return (fault, code.Length == 0 ? reason : $"{InertText.Line(code, MaxCodeLength)}: {reason}");
    }

    private static string MissingRight(SecretReference reference, string words)
    {
        if (words.Contains("kms", StringComparison.OrdinalIgnoreCase))
            return NoKey;
        var right = reference.Service is SecretService.ParameterStore ? "ssm:GetParameter" : "secretsmanager:GetSecretValue";
        return $"{right} is missing: functions may read only names under the prefix in the stack's parameter SecretsPrefix"
            + (reference.Account is null ? "" : ", of their own account");
    }

    private static string NotFound(string words) => words.Contains("staging label", StringComparison.OrdinalIgnoreCase)
        ? "the secret has no value yet: store one"
        : "no such secret in this account and region: create it";

    private static string NotInForce(string words) => words.Contains("delet", StringComparison.OrdinalIgnoreCase)
        ? "the secret is marked for deletion: restore it, or name another one"
        : "the secret's state does not allow reading it";

    private static (SecretFault Fault, string Reason) Common(AmazonServiceException answer)
    {
        if (CommonErrors.Explain(answer.ErrorCode ?? "") is { } verdict)
            return (verdict.IsRetryable ? SecretFault.Unreachable : SecretFault.Denied, verdict.Message);
        return (int)answer.StatusCode is 408 or >= 500
            ? (SecretFault.Unreachable, $"the service failed with status {(int)answer.StatusCode}")
            : (SecretFault.Denied, $"the service refused with status {(int)answer.StatusCode}");
    }
}
