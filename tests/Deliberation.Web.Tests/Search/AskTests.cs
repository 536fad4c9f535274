using System.Net;
using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Deliberate.Contributions;
using Deliberation.Testing;
using Deliberation.Web.Features.Deliberate.Contributions;

namespace Deliberation.Web.Tests.Search;

public sealed class AskTests(Product product) : IClassFixture<Product>
{
    [Fact]
    public async Task What_is_published_is_found_whatever_its_accents_and_number()
    {
        await NoteAsync("Les médecins ouvrent l’accès aux vaccinations des élèves.", isPublic: true);

        var page = await product.Browse().GoAsync("/recherche?q=MEDECIN+vaccination");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("1 résultat", page.Document.QuerySelector("h2")?.TextContent);
        Assert.Equal(
            ["médecin", "vaccination"],
            page.Document.QuerySelectorAll("mark").Select(mark => mark.TextContent)
        );
    }

    [Fact]
    public async Task The_beginning_of_a_word_finds_it()
    {
        await NoteAsync("Une messagerie sécurisée pour chacun.", isPublic: true);

        var page = await product.Browse().GoAsync("/recherche?q=messag");

        Assert.Contains("messagerie", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_public_is_not_found_even_by_its_author()
    {
        var author = await NoteAsync("Un brouillon parle de zibeline.", isPublic: false);

        var page = await product.Browse(author).GoAsync("/recherche?q=zibeline");

        Assert.Equal("0 résultat", page.Document.QuerySelector("h2")?.TextContent);
    }

    [Fact]
    public async Task A_space_is_found_by_its_question()
    {
        var space = await Given.SpaceAsync(product);

        var page = await product.Browse().GoAsync("/recherche?q=place+usagers&genre=Space");

        Assert.Contains(
            $"/dispositifs/{space.Slug}",
            page.Document.QuerySelectorAll("main a").Select(link => link.GetAttribute("href"))
        );
    }

    [Theory]
    [InlineData("%22")]
    [InlineData("%27+OR+1%3D1+--")]
    [InlineData("NEAR(a+b)+AND+*")]
    [InlineData("title%3A%5Ex+NOT+y")]
    [InlineData("%FF%ED%A0%80")]
    [InlineData("a%26%7C%21%3A*")]
    [InlineData("%F0%9F%98%80+l%E2%80%99")]
    [InlineData("la+de+les")]
    [InlineData("%3Cscript%3Ealert(1)%3C%2Fscript%3E")]
    public async Task An_odd_question_gets_a_page(string typed)
    {
        var page = await product.Browse().GoAsync($"/recherche?q={typed}&p=-3&genre=inconnu");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Empty(page.Document.QuerySelectorAll("main script"));
    }

    [Fact]
    public async Task A_question_with_the_null_character_is_refused()
    {
        var page = await product.Browse().GoAsync("/recherche?q=a%00b");

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
    }

    [Fact]
    public async Task A_very_long_question_gets_a_page()
    {
        var page = await product
            .Browse()
            .GoAsync($"/recherche?q={string.Join('+', Enumerable.Range(0, 900))}");

        Assert.Equal(HttpStatusCode.OK, page.Status);
    }

    private async Task<Guid> NoteAsync(string text, bool isPublic)
    {
        var space = await Given.SpaceAsync(product);
        var author = await Given.InSpaceAsync(product, space.Id, SpaceRole.Member);
        var provenance = new Provenance("Table 3", "https://exemple.fr");
        await product.SendAsync(
            new Add.Command(space.Slug, ContributionKind.TableNote, text, provenance, author)
            {
                IsPublic = isPublic,
            }
        );
        return author;
    }
}
