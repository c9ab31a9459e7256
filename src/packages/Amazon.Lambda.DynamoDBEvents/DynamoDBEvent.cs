namespace Amazon.Lambda.DynamoDBEvents;

/// <summary>
/// A batch of records of a DynamoDB stream, as Lambda's event source mapping hands it over. It has no type of the AWS SDK in it.
/// </summary>
public partial class DynamoDBEvent
{
    /// <summary>The records, oldest first within a shard.</summary>
    public IList<DynamodbStreamRecord> Records { get; set; }

    /// <summary>One change of one item; see «Record» in the DynamoDB Streams API.</summary>
    public class DynamodbStreamRecord
    {
        /// <summary>The stream's ARN.</summary>
        public string EventSourceArn { get; set; }

        /// <summary>The region of the table.</summary>
        public string AwsRegion { get; set; }

        /// <summary>The change itself.</summary>
        public StreamRecord Dynamodb { get; set; }

        /// <summary>Unique for the record.</summary>
        public string EventID { get; set; }

        /// <summary><c>INSERT</c>, <c>MODIFY</c> or <c>REMOVE</c>.</summary>
        public string EventName { get; set; }

        /// <summary><c>aws:dynamodb</c>.</summary>
        public string EventSource { get; set; }

        /// <summary>The version of the record's shape, <c>1.1</c>.</summary>
        public string EventVersion { get; set; }

        /// <summary>
        /// Set when DynamoDB itself made the change: the removal of an item past its time to live. Null otherwise.
        /// </summary>
        public Identity UserIdentity { get; set; }
    }

    /// <summary>Who made a change that no caller made.</summary>
    public class Identity
    {
        /// <summary><c>dynamodb.amazonaws.com</c> for a removal by time to live.</summary>
        public string PrincipalId { get; set; }

        /// <summary><c>Service</c> for a removal by time to live.</summary>
        public string Type { get; set; }
    }
}
