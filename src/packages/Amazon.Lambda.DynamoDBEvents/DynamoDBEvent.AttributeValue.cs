namespace Amazon.Lambda.DynamoDBEvents;

public partial class DynamoDBEvent
{
    /// <summary>One value of an item: exactly one property is set, named for its type as in DynamoDB's JSON.</summary>
    public class AttributeValue
    {
        /// <summary>Binary.</summary>
        public MemoryStream B { get; set; }

        /// <summary>Boolean.</summary>
        public bool? BOOL { get; set; }

        /// <summary>A set of binaries.</summary>
        public List<MemoryStream> BS { get; set; }

        /// <summary>A list.</summary>
        public List<AttributeValue> L { get; set; }

        /// <summary>A map.</summary>
        public Dictionary<string, AttributeValue> M { get; set; }

        /// <summary>A number, as text of up to 38 digits.</summary>
        public string N { get; set; }

        /// <summary>A set of numbers.</summary>
        public List<string> NS { get; set; }

        /// <summary>True for DynamoDB's null.</summary>
        public bool? NULL { get; set; }

        /// <summary>Text.</summary>
        public string S { get; set; }

        /// <summary>A set of texts.</summary>
        public List<string> SS { get; set; }
    }
}
