using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using Watchkeeper.Aws.Events.Trails;
using Watchkeeper.Signals;

namespace Watchkeeper.Cli.Accounts;

/// <summary>Who calls AWS.</summary>
/// <param name="Account">The account.</param>
/// <param name="Arn">The ARN of the user or the role's session.</param>
internal sealed record Caller(string Account, string Arn)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    /// <summary>The name for people.</summary>
    public string Name => CallerName.From(Arn);

    /// <summary>The name with the ARN, where a timeline has room for both.</summary>
    public string Label => $"{Name} ({Arn})" is { Length: <= SubjectLimits.LabelValue } both ? both : Name;

    /// <summary>Asks STS, which needs no permission. Null if STS does not answer, as behind an emulator of DynamoDB.</summary>
    public static async Task<Caller?> FindAsync(
        IAmazonSecurityTokenService sts, TimeProvider time, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await sts.GetCallerIdentityAsync(new GetCallerIdentityRequest(), cancellationToken)
                .WaitAsync(Longest, time, cancellationToken);
            return answer is { Account: { Length: > 0 } account, Arn: { Length: > 0 } arn } ? new Caller(account, arn) : null;
        }
        catch (Exception silent)
            when (silent is AmazonServiceException or AmazonClientException or HttpRequestException or IOException
                or TimeoutException
                || (silent is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return null;
        }
    }
}
