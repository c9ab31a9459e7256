using Amazon.DynamoDBv2;
using Amazon.Lambda.RuntimeSupport;
using Amazon.Runtime;
using Amazon.SimpleNotificationService;
using Watchkeeper.BareFunction;

// The minimal function that stores an alarm and notifies: the baseline for the product's measurements.
var credentials = new EnvironmentVariablesAWSCredentials();
using var dynamoDb = new AmazonDynamoDBClient(credentials);
using var sns = new AmazonSimpleNotificationServiceClient(credentials);
var handler = new BareHandler(
    dynamoDb, sns,
    Environment.GetEnvironmentVariable("WATCHKEEPER_TABLE") ?? "",
    Environment.GetEnvironmentVariable("WATCHKEEPER_TOPIC_ARN") ?? "");
using var bootstrap = LambdaBootstrapBuilder.Create(handler.HandleAsync).Build();
await bootstrap.RunAsync();
