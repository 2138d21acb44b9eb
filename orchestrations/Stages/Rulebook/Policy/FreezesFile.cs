using HelpDesk.Orchestrations.Domain.Policy.Modes;
using HelpDesk.Orchestrations.Foundation.Configuration;

namespace HelpDesk.Orchestrations.Stages.Rulebook.Policy;

/// <summary><c>policy/freezes.yaml</c>: times in which nothing is changed automatically.</summary>
internal static class FreezesFile
{
    public static IReadOnlyList<ChangeFreeze> Read(SectionReader reader, PolicyReferences known)
    {
        var freezes = new List<ChangeFreeze>();
        foreach (var item in reader.Sections("freezes", "freeze"))
        {
            var from = item.Moment("from");
            var until = item.Moment("until");
            if (from >= until)
                item.Fault(item.LineOf("until"), "The freeze ends before it begins.", "Put 'until' after 'from'.");
            var except = item.Texts("except");
            foreach (var runbook in except)
                item.Known(runbook.Line, "runbook", runbook.Value, known.RunbookIds);
            freezes.Add(new ChangeFreeze(
                item.Text("id"), from ?? DateTimeOffset.MinValue, until ?? DateTimeOffset.MaxValue, item.Text("reason"), [.. except.Select(runbook => runbook.Value)]));
            item.End();
        }

        reader.End();
        return freezes;
    }
}
