using System.Text.Json.Nodes;
using Deliberation.Web.Features.Verify.Ledger;
using FsCheck;
using FsCheck.Fluent;

namespace Deliberation.Web.Tests.Verify.Ledger;

public sealed class CanonicalJsonTests
{
    [Fact]
    public void Names_are_sorted_by_their_utf16_units_as_in_RFC_8785_3_2_3()
    {
        var json = """
            {
              "\u20ac": "Euro Sign",
              "\r": "Carriage Return",
              "\ufb33": "Hebrew Letter Dalet With Dagesh",
              "1": "One",
              "\ud83d\ude00": "Emoji: Grinning Face",
              "\u0080": "Control",
              "\u00f6": "Latin Small Letter O With Diaeresis"
            }
            """;

        var values = JsonNode
            .Parse(CanonicalJson.Write(json))!
            .AsObject()
            .Select(pair => (string?)pair.Value);

        Assert.Equal(
            [
                "Carriage Return",
                "One",
                "Control",
                "Latin Small Letter O With Diaeresis",
                "Euro Sign",
                "Emoji: Grinning Face",
                "Hebrew Letter Dalet With Dagesh",
            ],
            values
        );
    }

    [Fact]
    public void Strings_and_literals_are_written_as_in_RFC_8785_3_2_2()
    {
        var json = """
            { "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/", "literals": [null, true, false] }
            """;

        Assert.Equal(
            """{"literals":[null,true,false],"string":"€$\u000f\nA'B\"\\\\\"/"}""",
            CanonicalJson.Write(json)
        );
    }

    [Theory]
    [InlineData("""{ "b" : [ 1 , 2 ] , "a" : { "d":"é", "c":-0 } }""", """{"a":{"c":0,"d":"é"},"b":[1,2]}""")]
    [InlineData("""{"Z":1,"a":2,"É":3,"":4}""", """{"":4,"Z":1,"a":2,"É":3}""")]
    [InlineData(
        """ "\b\t\n\f\r\u0000\u001f\u007f\u2028<&>" """,
        "\"\\b\\t\\n\\f\\r\\u0000\\u001f\u007f\u2028<&>\""
    )]
    [InlineData("9007199254740991", "9007199254740991")]
    [InlineData("-9007199254740991", "-9007199254740991")]
    [InlineData("""{"n":-12,"o":{},"l":[]}""", """{"l":[],"n":-12,"o":{}}""")]
    [InlineData("null", "null")]
    public void One_value_has_one_form(string json, string canonical)
    {
        Assert.Equal(canonical, CanonicalJson.Write(json));
        Assert.Equal(canonical, CanonicalJson.Write(canonical));
    }

    [Theory]
    [InlineData("1.5")]
    [InlineData("1.0")]
    [InlineData("1e2")]
    [InlineData("9007199254740992")]
    [InlineData("-9007199254740992")]
    [InlineData("99999999999999999999")]
    [InlineData("{\"a\":1,\"a\":2}")]
    [InlineData("{\"a\":1,\"\\u0061\":2}")]
    [InlineData("\"\\ud800\"")]
    [InlineData("\"\\udc00\\ud800\"")]
    [InlineData("{\"\\ud800\":1}")]
    [InlineData("{\"a\":1,}")]
    [InlineData("// a\n1")]
    [InlineData("")]
    public void What_has_no_certain_form_is_refused(string json) =>
        Assert.Throws<JsonRefused>(() => CanonicalJson.Write(json));

    [Fact]
    public void A_broken_character_is_refused_in_values_built_by_code()
    {
        Assert.Throws<JsonRefused>(() => CanonicalJson.Write(JsonValue.Create("\uD800")));
        Assert.Throws<JsonRefused>(() => CanonicalJson.Write(new JsonObject { ["\uDC00"] = 1 }));
        Assert.Throws<JsonRefused>(() => CanonicalJson.Write(JsonValue.Create(1.5)));
    }

    [Fact]
    public void Too_deep_is_refused() =>
        Assert.Throws<JsonRefused>(() => CanonicalJson.Write(new string('[', 100) + new string(']', 100)));

    [Fact]
    public void Values_built_by_code_read_like_parsed_ones() =>
        Assert.Equal(
            """{"a":[1,"x",null],"b":true}""",
            CanonicalJson.Write(new JsonObject { ["b"] = true, ["a"] = new JsonArray(1, "x", null) })
        );

    [Fact]
    public void Any_text_survives_the_journey() =>
        Prop.ForAll<NonNull<string>>(text =>
                text.Get.Any(char.IsSurrogate)
                || (string?)JsonNode.Parse(CanonicalJson.Write(JsonValue.Create(text.Get))) == text.Get
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500));
}
