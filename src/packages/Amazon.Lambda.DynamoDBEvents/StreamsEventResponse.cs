using System.Runtime.Serialization;
using System.Text.Json.Serialization;

namespace Amazon.Lambda.DynamoDBEvents;

/// <summary>
/// What a stream handler answers when its mapping has <c>ReportBatchItemFailures</c>: the lowest number named becomes the
/// checkpoint, and everything from there on comes again. An empty or null list means that all went well.
/// </summary>
[DataContract]
public class StreamsEventResponse
{
    /// <summary>The records that failed.</summary>
    [DataMember(Name = "batchItemFailures", EmitDefaultValue = false)]
    [JsonPropertyName("batchItemFailures")]
    public IList<BatchItemFailure> BatchItemFailures { get; set; }

    /// <summary>One record that failed.</summary>
    [DataContract]
    public class BatchItemFailure
    {
        /// <summary>The record's sequence number; empty, null or unknown fails the whole batch.</summary>
        [DataMember(Name = "itemIdentifier", EmitDefaultValue = false)]
        [JsonPropertyName("itemIdentifier")]
        public string ItemIdentifier { get; set; }
    }
}
