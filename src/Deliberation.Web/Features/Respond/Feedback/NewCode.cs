using System.Security.Cryptography;
using Deliberation.Domain.Respond.Feedback;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>Draws the code by which an author follows their feedback.</summary>
internal static class NewCode
{
    public static FollowCode Draw() => FollowCode.From(RandomNumberGenerator.GetBytes(FollowCode.Bytes));
}
