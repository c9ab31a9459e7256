namespace Amazon.Lambda.DynamoDBEvents;

public partial class DynamoDBEvent
{
    /// <summary>What changed; which images are there, the stream's view type says.</summary>
    public class StreamRecord
    {
        /// <summary>When the record was made, to the second (the JSON holds epoch seconds).</summary>
        public DateTime ApproximateCreationDateTime { get; set; }

        /// <summary>The key of the item.</summary>
        public Dictionary<string, AttributeValue> Keys { get; set; }

        /// <summary>The item after the change; null for a removal.</summary>
        public Dictionary<string, AttributeValue> NewImage { get; set; }

        /// <summary>The item before the change; null for an insertion.</summary>
        public Dictionary<string, AttributeValue> OldImage { get; set; }

        /// <summary>The place of the record in its shard: 21 to 40 digits.</summary>
        public string SequenceNumber { get; set; }

        /// <summary>The size of the record in bytes.</summary>
        public long SizeBytes { get; set; }

        /// <summary><c>KEYS_ONLY</c>, <c>NEW_IMAGE</c>, <c>OLD_IMAGE</c> or <c>NEW_AND_OLD_IMAGES</c>.</summary>
        public string StreamViewType { get; set; }
    }
}
