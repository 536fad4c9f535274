namespace Deliberation.Web.Platform.Ui;

/// <summary>
/// Every class name the components write, in one place: another skin (a State's, a town's) replaces these
/// words and its own style sheet, and no page changes.
/// </summary>
internal static class Skin
{
    public const string ForEars = "for-ears";
    public const string Icon = "icon";

    public const string Button = "button";
    public const string SecondButton = "button second";
    public const string DangerButton = "button danger";

    public const string Field = "field";
    public const string WrongField = "field wrong";
    public const string FieldLabel = "field-label";
    public const string FieldOptional = "field-optional";
    public const string FieldHint = "field-hint";
    public const string FieldError = "field-error";
    public const string Input = "input";
    public const string ShortInput = "input short";
    public const string Choices = "choices";
    public const string Choice = "choice";

    public const string ErrorSummary = "error-summary";
    public const string Notice = "notice";
    public const string NoticeIcon = "notice-icon";
    public const string NoticeBody = "notice-body";
    public const string NoticeTitle = "notice-title";

    public const string Badge = "badge";
    public const string BadgeWeave = "badge-weave";
    public const string BadgeWord = "badge-word";

    public const string Breadcrumb = "breadcrumb";
    public const string Tabs = "tabs";
    public const string Pager = "pager";

    public const string Chart = "chart";
    public const string ChartTitle = "chart-title";
    public const string ChartSentence = "chart-sentence";
    public const string ChartBars = "chart-bars";
    public const string ChartRow = "chart-row";
    public const string ChartTrack = "chart-track";
    public const string ChartBar = "chart-bar";
    public const string ChartValue = "chart-value";
    public const string Weave = "weave";
    public const string WeaveLine = "weave-line";
    public const string Number = "number";

    public const string Timeline = "timeline";
    public const string TimelineEntry = "timeline-entry";
    public const string TimelineStrongEntry = "timeline-entry strong";
    public const string TimelineWhen = "timeline-when";
    public const string TimelineTitle = "timeline-title";
    public const string TimelineBy = "timeline-by";
    public const string TimelineBody = "timeline-body";

    public const string Thread = "thread";
    public const string ThreadTitle = "thread-title";
    public const string ThreadSteps = "thread-steps";
    public const string ThreadStep = "thread-step";
    public const string ThreadKnot = "thread-knot";
    public const string ThreadLabel = "thread-label";
    public const string ThreadDetail = "thread-detail";

    public const string Confirm = "confirm";
    public const string ConfirmBody = "confirm-body";
    public const string Cluster = "cluster";
}
