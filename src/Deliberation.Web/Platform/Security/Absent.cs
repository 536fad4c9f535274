namespace Deliberation.Web.Platform.Security;

/// <summary>What was asked for is not there, or not for who asks: both are answered by 404.</summary>
internal sealed class Absent(string what) : Exception($"There is no {what}.");
