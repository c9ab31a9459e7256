using System.Net.Sockets;
using System.Security.Authentication;
using Microsoft.Security.AntiSSRF;
using Watchkeeper.Notification;
using Watchkeeper.Text;

namespace Watchkeeper.Functions.Webhooks;

/// <summary>What failures of a connection mean for a message. No sentence holds the address' path, which is a secret.</summary>
internal static class WebhookFailures
{
    /// <summary>Whether a failure is one of the network or of the receiver.</summary>
    public static bool AreResults(Exception failure, CancellationToken cancellationToken) =>
        !cancellationToken.IsCancellationRequested
        && (failure is HttpRequestException or IOException or OperationCanceledException or SocketException
            or AuthenticationException or AntiSSRFException
            || IsUnspecified(failure));

    /// <summary>
    /// Refused networks are given up, because a person must allow them. Everything else may pass and is retried: names that
    /// cannot be resolved, closed ports, wrong certificates, answers that are late, broken off or no HTTP.
    /// </summary>
    public static SendResult Explain(Exception failure, string host) => failure switch
    {
        _ when IsRefused(failure) => new SendResult.GiveUp(
            $"{host} leads to an address that webhooks may not reach; the template's WebhookNetworks allows networks of "
            + "your own"),
        OperationCanceledException => new SendResult.Retry($"{host} did not answer in time; it may have the message"),
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError }
            or SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain } =>
            new SendResult.Retry($"the name {host} cannot be resolved"),
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } or AuthenticationException =>
            new SendResult.Retry($"the certificate of {host} is not trusted: {Cause(failure)}"),
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } or SocketException =>
            new SendResult.Retry($"{host} takes no connection: {Cause(failure)}"),
        HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded or HttpRequestError.Unknown } or IOException =>
            new SendResult.Retry($"{host} broke its answer off; it may have the message"),
        _ => new SendResult.Retry($"{host} gave no answer that is HTTP: {Cause(failure)}"),
    };

    private static bool IsRefused(Exception failure) =>
        failure is AntiSSRFException || IsUnspecified(failure) || (failure.InnerException is { } inner && IsRefused(inner));

    // The library refuses 0.0.0.0 and :: before any connection, as an argument of its own.
    private static bool IsUnspecified(Exception failure) => failure is ArgumentException { ParamName: "hostName" };

    private static string Cause(Exception failure) => InertText.Line(failure.GetBaseException().Message, 120);
}
