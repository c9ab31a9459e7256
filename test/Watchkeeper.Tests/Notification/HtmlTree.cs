using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Watchkeeper.Tests.Notification;

/// <summary>The elements of a document with their depth and attributes, without texts and addresses.</summary>
internal static class HtmlTree
{
    public static string Read(string html)
    {
        var tree = new StringBuilder();
        foreach (var element in new HtmlParser(new HtmlParserOptions { IsStrictMode = true }).ParseDocument(html).All)
        {
            tree.Append(CultureInfo.InvariantCulture, $"{element.Ancestors().Count()} {element.LocalName}");
            foreach (var attribute in element.Attributes)
                tree.Append(attribute.Name == "href" ? " href" : $" {attribute.Name}={attribute.Value}");
            tree.Append('\n');
        }

        return tree.ToString();
    }
}
