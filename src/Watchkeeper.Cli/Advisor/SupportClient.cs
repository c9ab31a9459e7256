using System.Net;
using System.Net.Http.Headers;
using Amazon;
using Amazon.AWSSupport;
using Amazon.Runtime;

namespace Watchkeeper.Cli.Advisor;

/// <summary>A real client of the Support API without network calls: <see cref="SupportApi"/> answers its requests.</summary>
internal static class SupportClient
{
    public static IAmazonAWSSupport Over(SupportApi api) => new AmazonAWSSupportClient(
        new BasicAWSCredentials("local", "local"),
        new AmazonAWSSupportConfig { RegionEndpoint = RegionEndpoint.USEast1, HttpClientFactory = new InProcess(api) });

    private sealed class InProcess(SupportApi api) : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(new Answering(api));

        public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

        public override bool DisposeHttpClientsAfterUse(IClientConfig clientConfig) => true;
    }

    private sealed class Answering(SupportApi api) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = request.Content is { } content ? await content.ReadAsByteArrayAsync(cancellationToken) : [];
            var answer = api.Answer(request.Headers.GetValues("X-Amz-Target").Single(), body);
            return new HttpResponseMessage((HttpStatusCode)answer.Status)
            {
                RequestMessage = request,
                Content = new ByteArrayContent(answer.Body)
                {
                    Headers = { ContentType = new MediaTypeHeaderValue(SupportResponse.ContentType) }
                },
            };
        }
    }
}
