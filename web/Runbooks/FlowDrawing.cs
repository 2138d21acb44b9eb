using HelpDesk.Orchestrations.Domain.Policy.Modes;

namespace HelpDesk.Web.Runbooks;

/// <summary>
/// Lays out the flow of a runbook, from top to bottom in one column, so that a phone shows it at its own size: ticket, approval
/// where one is certain, steps, check, outcome, requester notified.
/// </summary>
public sealed class FlowDrawing
{
    /// <summary>Width of the picture; a phone's.</summary>
    public const double Width = 340;

    /// <summary>Left edge of the boxes.</summary>
    public const double Left = 10;

    /// <summary>Distance of two lines.</summary>
    public const double LineHeight = 18;

    private const int MaxLine = 37;
    private const double Padding = 12;
    private const double Arrow = 26;
    private const double ConditionRoom = 8;

    private readonly List<FlowBox> _boxes = [];

    private FlowDrawing()
    {
    }

    /// <summary>Its boxes, from top to bottom.</summary>
    public IReadOnlyList<FlowBox> Boxes => _boxes;

    /// <summary>How high it is.</summary>
    public double Height { get; private set; } = 6;

    /// <summary>Draws a runbook.</summary>
    /// <param name="intents">Titles of its intents.</param>
    /// <param name="runbookSwitch">How far it may go.</param>
    /// <param name="steps">Its steps.</param>
    /// <param name="outcome">What must be true for the person, as conditions mean it; empty for bulk runs.</param>
    public static FlowDrawing Of(IReadOnlyList<string> intents, RunbookSwitch runbookSwitch, IReadOnlyList<DrawnStep> steps, IReadOnlyList<string> outcome)
    {
        var drawing = new FlowDrawing();
        drawing.Add("start", "A ticket is about", string.Join(", ", intents));
        if (runbookSwitch.Mode is RunbookMode.Off or RunbookMode.Shadow)
        {
            drawing.Add("off", runbookSwitch.Mode == RunbookMode.Off ? "Switched off" : "Shadow mode", "A person does it. The steps below don't run.");
        }
        else if (steps.All(step => step.WhyOff is not null))
        {
            drawing.Add("off", "Switched off", "A person does it. The steps below don't run.");
        }
        else if (runbookSwitch.Mode == RunbookMode.Suggest || steps.Any(step => step.AlwaysAsks && step.WhyOff is null))
        {
            var asks = steps.Where(step => step.AlwaysAsks).Select(step => step.Approval).Concat(steps.Select(step => step.Approval)).First();
            drawing.Add("approval", "Approval of the whole plan", asks);
        }
        else
        {
            drawing.Add("start", "Policy", "Runs automatically, unless a rule requires an approval or refuses.");
        }

        foreach (var step in steps)
        {
            drawing.Add(
                step.WhyOff is null ? step.About.Impact.ToString().ToLowerInvariant() : "off",
                step.WhyOff is null ? $"{step.About.Impact} impact" + (step.Step.IsOptional ? ", optional" : "") : "Switched off, skipped", $"{step.About.Title}: {step.On}",
                step.Conditions.Count == 0 ? "" : $"only if {string.Join(" and ", step.Conditions)}");
        }

        drawing.Add("end", "Check", "Each effect is verified. If it can't be verified in time, it's undone and the ticket is escalated.");
        if (outcome.Count > 0)
            drawing.Add("end", "Outcome", $"Solved only when {string.Join(" and ", outcome)}. If that isn't so in time, a person gets the ticket.");
        drawing.Add("end", "Close", "The requester is notified and the ticket is resolved.");
        drawing.Height += 6;
        return drawing;
    }

    private void Add(string kind, string mark, string text, string condition = "")
    {
        var lines = Wrap(text);
        var conditionLines = condition.Length == 0 ? [] : Wrap(condition);
        if (_boxes.Count > 0)
            Height += Arrow + (conditionLines.Count == 0 ? 0 : ConditionRoom + (conditionLines.Count * LineHeight));
        var height = (2 * Padding) + ((lines.Count + 1) * LineHeight);
        _boxes.Add(new FlowBox(kind, mark, lines, conditionLines, Height, height));
        Height += height;
    }

    private static List<string> Wrap(string text)
    {
        var lines = new List<string> { "" };
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines[^1].Length > 0 && lines[^1].Length + 1 + word.Length > MaxLine)
                lines.Add("");
            lines[^1] = lines[^1].Length == 0 ? word : $"{lines[^1]} {word}";
        }

        return lines;
    }
}
