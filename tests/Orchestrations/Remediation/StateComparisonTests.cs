using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Tests.Remediation;

/// <summary>What counts as drift of a target, also between releases that know different fields.</summary>
public class StateComparisonTests
{
    [Theory]
    [InlineData("""{"form":"seat/1","has":true}""", """{"form":"seat/1","has":true}""", true)]
    [InlineData("""{"has":true,"form":"seat/1"}""", """{"form":"seat/1","has":true}""", true)]
    [InlineData("""{"form":"seat/1","has":true}""", """{"form":"seat/1","has":false}""", false)]
    // A field that the older release did not know is no drift, wherever it is.
    [InlineData("""{"form":"seat/1","has":true}""", """{"form":"seat/1","has":true,"plan":"E5"}""", true)]
    [InlineData("""{"form":"seat/1","has":true}""", """{"form":"seat/1","has":true,"plan":null}""", true)]
    [InlineData("""{"form":"seat/1","all":[{"id":"a"}]}""", """{"form":"seat/1","all":[{"id":"a","plan":"E5"}]}""", true)]
    [InlineData("""{"form":"seat/1","of":{"id":"a"}}""", """{"form":"seat/1","of":{"id":"a","plan":"E5"}}""", true)]
    // A field that is gone may have changed: after a roll back nothing is guessed.
    [InlineData("""{"form":"seat/1","has":true,"plan":"E5"}""", """{"form":"seat/1","has":true}""", false)]
    // "There was none" is a value: one that came since is drift.
    [InlineData("""{"form":"seat/1","plan":null}""", """{"form":"seat/1","plan":"E5"}""", false)]
    [InlineData("""{"form":"seat/1","plan":"E5"}""", """{"form":"seat/1","plan":null}""", false)]
    [InlineData("""{"form":"seat/1","all":["a"]}""", """{"form":"seat/1","all":["a","b"]}""", false)]
    [InlineData("""{"form":"seat/1","all":["a","b"]}""", """{"form":"seat/1","all":["a"]}""", false)]
    [InlineData("""{"form":"seat/1","all":["a","b"]}""", """{"form":"seat/1","all":["b","a"]}""", false)]
    [InlineData("""{"form":"seat/1","has":true}""", """{"form":"seat/1","has":"true"}""", false)]
    // Another form: equal names may mean something else.
    [InlineData("""{"form":"seat/1","has":true}""", """{"form":"seat/2","has":true}""", false)]
    [InlineData("""{"form":"seat/1"}""", """{"form":"sign-in/1"}""", false)]
    // What names no form is only equal to itself.
    [InlineData("{}", "{}", true)]
    [InlineData("{}", """{"form":"seat/1","has":true}""", false)]
    [InlineData("{}", """{"has":true}""", false)]
    [InlineData("""{"form":1}""", """{"form":1,"has":true}""", false)]
    [InlineData("not json", """{"form":"seat/1","has":true}""", false)]
    [InlineData("""["a"]""", """["a" ]""", false)]
    public void Kept_ComparedWithNow_IsTheSameOrDrifted(string kept, string now, bool same) => new CapturedState(now, "").Matches(kept).ShouldBe(same);

    [Fact]
    public void State_KeptByTheReleaseBefore_IsReadAndStillMatches()
    {
        var kept = new Seat(true, null).ToJson();
        var now = new SeatWithPlan(true, null, "E5");

        kept.ShouldBe("""{"form":"seat/1","has":true,"owner":null}""");
        now.Matches(kept).ShouldBeTrue();
        (now with { Has = false }).Matches(kept).ShouldBeFalse();
        (now with { Owner = "somebody" }).Matches(kept).ShouldBeFalse();
        Step(kept).Prior<SeatWithPlan>().ShouldBe(new SeatWithPlan(true, null, null));
        // And back, after a roll back.
        new Seat(true, null).Matches(now.ToJson()).ShouldBeFalse();
    }

    [Fact]
    public void State_OfAnotherForm_IsNotReadAsThisOne()
    {
        var refused = Should.Throw<VendorException>(() => Step("""{"form":"seat/2","has":true}""").Prior<Seat>());

        (refused.Code, refused.IsRetryable).ShouldBe(("state-form", false));
        Should.Throw<VendorException>(() => Step("""{"has":true}""").Prior<Seat>()).Code.ShouldBe("state-form");
        Step("""{"form":"seat/1","has":true}""").Prior<Seat>().Has.ShouldBeTrue();
    }

    private static PlanStep Step(string prior) =>
        new("s", "user.seat", TargetKind.User, new TargetId("u"), "Anna", new Dictionary<string, string>(StringComparer.Ordinal), prior, "");

    private sealed record Seat(bool Has, string? Owner) : TargetState
    {
        public override string Form => "seat/1";

        public override CanonicalObject Fields => CanonicalObject.Whole(("has", Has), ("owner", Owner));
    }

    // The same kind a release later.
    private sealed record SeatWithPlan(bool Has, string? Owner, string? Plan) : TargetState
    {
        public override string Form => "seat/1";

        public override CanonicalObject Fields => CanonicalObject.Whole(("has", Has), ("owner", Owner), ("plan", Plan));
    }
}
