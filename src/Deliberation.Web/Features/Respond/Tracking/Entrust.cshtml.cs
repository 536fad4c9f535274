namespace Deliberation.Web.Features.Respond.Tracking;

internal sealed partial class Entrust;
