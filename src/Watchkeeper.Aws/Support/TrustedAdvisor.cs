using Amazon.AWSSupport;
using Amazon.AWSSupport.Model;
using Amazon.Runtime;
using Watchkeeper.Audits;

namespace Watchkeeper.Aws.Support;

/// <summary>
/// Reads Trusted Advisor through the AWS Support API (version 2013-04-15), which has one endpoint per partition: us-east-1,
/// cn-north-1 or us-gov-west-1.
/// </summary>
/// <param name="client">The client for that region.</param>
/// <param name="time">The clock for results without a time.</param>
public sealed class TrustedAdvisor(IAmazonAWSSupport client, TimeProvider time) : IAdvisor
{
    // The API also offers Chinese. But names are part of fingerprints, and notifications are in English.
    private const string Language = "en";

    /// <inheritdoc/>
    public async Task<AdvisorListing> ListAsync(CancellationToken cancellationToken)
    {
        try
        {
            var response = await client.DescribeTrustedAdvisorChecksAsync(
                new DescribeTrustedAdvisorChecksRequest { Language = Language }, cancellationToken);
            return new AdvisorListing.Checks(
                [.. (response.Checks ?? []).Where(check => check.Id is { Length: > 0 }).Select(Check)]);
        }
        catch (AmazonServiceException refusal) when (refusal.ErrorCode is "SubscriptionRequiredException")
        {
            return new AdvisorListing.NotSubscribed();
        }
    }

    /// <inheritdoc/>
    public async Task<RefreshResult> RefreshAsync(AuditCheck check, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(check);
        try
        {
            await client.RefreshTrustedAdvisorCheckAsync(
                new RefreshTrustedAdvisorCheckRequest { CheckId = check.Id }, cancellationToken);
            return RefreshResult.Asked;
        }
        catch (AmazonServiceException refusal)
            when (refusal.ErrorCode is "InvalidParameterValueException" or "InvalidParameterValue")
        {
            return RefreshResult.ByItselfOnly;
        }
        catch (Exception failure) when (IsOfTheCall(failure, cancellationToken))
        {
            return RefreshResult.Failed;
        }
    }

    /// <inheritdoc/>
    public async Task<AdvisorResult> ReadAsync(AuditCheck check, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(check);
        try
        {
            var response = await client.DescribeTrustedAdvisorCheckResultAsync(
                new DescribeTrustedAdvisorCheckResultRequest { CheckId = check.Id, Language = Language }, cancellationToken);
            return response.Result is { Status: not (null or "not_available") } result
                ? new AdvisorResult.Found(CheckResult.Read(check, result, time.GetUtcNow()))
                : new AdvisorResult.NotAvailable();
        }
        catch (AmazonServiceException refusal)
        {
            return new AdvisorResult.Failed($"{refusal.ErrorCode}: {refusal.Message}");
        }
        catch (Exception failure) when (IsOfTheCall(failure, cancellationToken))
        {
            return new AdvisorResult.Failed(failure.Message);
        }
    }

    private static AuditCheck Check(TrustedAdvisorCheckDescription check) =>
        new(check.Id, check.Name ?? check.Id, check.Category ?? "", [.. check.Metadata ?? []]);

    private static bool IsOfTheCall(Exception failure, CancellationToken cancellationToken) =>
        !cancellationToken.IsCancellationRequested
        && failure is AmazonServiceException or AmazonClientException or HttpRequestException or IOException
            or OperationCanceledException;
}
