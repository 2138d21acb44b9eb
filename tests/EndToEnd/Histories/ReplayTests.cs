using System.Text.Json.Nodes;
using HelpDesk.Local.Engine.Histories;
using HelpDesk.Local.Engine.Replay;

namespace HelpDesk.EndToEnd.Tests.Histories;

/// <summary>
/// Recorded histories of real runs still replay. When one does not, running cases of that age would be suspended after an update: keep the
/// old way in the workflow, or let them end first. Recording anew: see <see cref="HistoryTests"/>.
/// </summary>
public sealed class ReplayTests
{
    public static TheoryData<string, string> Files
    {
        get
        {
            var files = new TheoryData<string, string>();
            foreach (var (workflow, ways) in RecordedHistories.Ways)
            {
                foreach (var way in ways)
                    files.Add(workflow, way);
            }

            return files;
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Recorded_StillReplays(string workflow, string way) =>
        ReplayVerifier.Replay(Workflows.Named(workflow), RecordedHistories.All[RecordedHistories.NameOf(workflow, way)]).ShouldBe(ReplayVerdict.Same);

    [Fact]
    public void EveryWorkflow_OfTheProduct_HasARecordedHistory()
    {
        var recorded = RecordedHistories.All.Values.Select(json => HistoryFile.Parse(json).Workflow).ToHashSet(StringComparer.Ordinal);

        Workflows.All.Select(workflow => workflow.Name).ShouldBeSubsetOf(recorded);
        RecordedHistories.Ways.Keys.ShouldBe(Workflows.All.Select(workflow => workflow.Name), ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Recorded_WithAnotherFirstStep_DoesNotReplay(string workflow, string way)
    {
        var history = JsonNode.Parse(RecordedHistories.All[RecordedHistories.NameOf(workflow, way)])!;
        var first = history["lines"]!.AsArray().First(line => ((string?)line!["kind"])!.EndsWith("Scheduled", StringComparison.Ordinal))!;
        first["kind"] = "eventAwaited";
        first["name"] = "another-step";

        ReplayVerifier.Replay(Workflows.Named(workflow), history.ToJsonString()).Matches.ShouldBeFalse();
    }
}
