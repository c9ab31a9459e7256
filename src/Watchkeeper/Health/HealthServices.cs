namespace Watchkeeper.Health;

/// <summary>AWS's services as people write them.</summary>
internal static class HealthServices
{
    /// <summary>The name of a service that AWS Health codes in capitals; the code itself if it is a name already.</summary>
    public static string NameOf(string code) => code switch
    {
        "ABUSE" or "RISK" => "AWS",
        "ACCOUNT" => "Account",
        "APIGATEWAY" => "API Gateway",
        "AUTOSCALING" => "Auto Scaling",
        "BATCH" => "Batch",
        "BILLING" => "Billing",
        "CLOUDFORMATION" => "CloudFormation",
        "CLOUDFRONT" => "CloudFront",
        "CLOUDSHELL" => "CloudShell",
        "CLOUDTRAIL" => "CloudTrail",
        "CLOUDWATCH" => "CloudWatch",
        "CODEBUILD" => "CodeBuild",
        "COGNITO" => "Cognito",
        "DIRECTCONNECT" => "Direct Connect",
        "DYNAMODB" => "DynamoDB",
        "ELASTICACHE" => "ElastiCache",
        "ELASTICBEANSTALK" => "Elastic Beanstalk",
        "ELASTICFILESYSTEM" => "EFS",
        "ELASTICLOADBALANCING" => "Elastic Load Balancing",
        "ELASTICMAPREDUCE" => "EMR",
        "ES" => "OpenSearch",
        "EVENTS" => "EventBridge",
        "FARGATE" => "Fargate",
        "GLUE" => "Glue",
        "KINESIS" => "Kinesis",
        "LAMBDA" => "Lambda",
        "MANAGED_KAFKA" or "KAFKA" => "MSK",
        "MQ" => "Amazon MQ",
        "REDSHIFT" => "Redshift",
        "ROUTE53" => "Route 53",
        "SAGEMAKER" => "SageMaker",
        "SECRETSMANAGER" => "Secrets Manager",
        "SHIELD" => "Shield",
        "STATES" => "Step Functions",
        "TRANSITGATEWAY" => "Transit Gateway",
        "WORKSPACES" => "WorkSpaces",
        _ => code,
    };
}
