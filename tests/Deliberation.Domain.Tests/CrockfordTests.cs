using FsCheck;
using FsCheck.Fluent;

namespace Deliberation.Domain.Tests;

public sealed class CrockfordTests
{
    [Fact]
    public void The_alphabet_has_thirty_two_signs_without_look_alikes()
    {
        Assert.Equal(32, Crockford.Alphabet.Distinct().Count());
        Assert.DoesNotContain(Crockford.Alphabet, sign => "ILOU".Contains(sign));
    }

    [Theory]
    [InlineData("00", 1, "0")]
    [InlineData("FF", 1, "Z")]
    [InlineData("0000000000", 8, "00000000")]
    [InlineData("FFFFFFFFFF", 8, "ZZZZZZZZ")]
    [InlineData("0123456789", 8, "04HMASW9")]
    public void Five_bits_make_a_sign(string hex, int signs, string code) =>
        Assert.Equal(code, Crockford.Encode(Convert.FromHexString(hex), signs));

    [Fact]
    public void Too_few_bytes_are_refused() =>
        Assert.Throws<ArgumentException>(() => Crockford.Encode(new byte[4], 8));

    [Fact]
    public void Any_code_is_read_back_however_it_is_typed() =>
        Prop.ForAll<byte, byte, bool>(
                (a, b, dashed) =>
                {
                    var code = Crockford.Encode([a, b, (byte)(a ^ b), a, b], 8);
                    var typed = string.Join(dashed ? "-" : " ", code.ToLowerInvariant().ToCharArray());
                    return Crockford.Read(typed, 8) == code
                        && Crockford.Read(typed.Replace('0', 'o').Replace('1', 'l'), 8) == code;
                }
            )
            .Check(Config.QuickThrowOnFailure);

    [Fact]
    public void Any_text_is_read_without_error() =>
        Prop.ForAll<string>(text => Crockford.Read(text, 8) is null or { Length: 8 })
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500));
}
