using System.Text.Json.Nodes;
using Deliberation.Web.Features.Verify.Ledger;

namespace Deliberation.Web.Tests.Verify.Ledger;

public sealed class CanonicalJsonTests
{
    [Theory]
    [InlineData("""{ "b": 1, "a": [true, null, "x"] }""", """{"a":[true,null,"x"],"b":1}""")]
    [InlineData(
        """{"\u20ac":"Euro","\r":"CR","1":"One","\u0080":"Control","\ud83d\ude00":"Smile","\u00f6":"o"}""",
        "{\"\\r\":\"CR\",\"1\":\"One\",\"\u0080\":\"Control\",\"ö\":\"o\",\"€\":\"Euro\",\"😀\":\"Smile\"}"
    )]
    [InlineData("""{"s":"\u000f\u0008\"\\\/\n\u2028é"}""", "{\"s\":\"\\u000f\\b\\\"\\\\/\\n\u2028é\"}")]
    [InlineData("{}", "{}")]
    [InlineData("""{"n":-12,"o":{},"l":[]}""", """{"l":[],"n":-12,"o":{}}""")]
    public void Facts_are_written_in_one_way_only(string written, string canonical) =>
        Assert.Equal(canonical, CanonicalJson.Write(JsonNode.Parse(written)));

    [Fact]
    public void A_figure_with_decimals_is_refused_rather_than_written_in_two_ways() =>
        Assert.Throws<FormatException>(() => CanonicalJson.Write(JsonNode.Parse("""{"n":1.5}""")));
}
