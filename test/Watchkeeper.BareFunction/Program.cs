using Amazon.DynamoDBv2;
using Amazon.Lambda.RuntimeSupport;
using Amazon.Runtime;
using Amazon.SimpleNotificationService;
using Watchkeeper.BareFunction;

// The least that a function does who stores an alarm and tells of it: what the product is measured against.
var credentials = new EnvironmentVariablesAWSCredentials();
using var dynamoDb = new AmazonDynamoDBClient(credentials);
using var sns = new AmazonSimpleNotificationServiceClient(credentials);
var handler = new BareHandler(
    dynamoDb, sns,
    Environment.GetEnvironmentVariable("WATCHKEEPER_TABLE") ?? "",
    Environment.GetEnvironmentVariable("WATCHKEEPER_TOPIC_ARN") ?? "");
using var bootstrap = LambdaBootstrapBuilder.Create(handler.HandleAsync).Build();
await bootstrap.RunAsync();
