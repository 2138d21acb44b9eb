using System.Reflection;
using System.Text.Json;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Tests.Harness;

namespace HelpDesk.Orchestrations.Tests.Remediation;

/// <summary>
/// What an approver agreed to stays the same text over releases. The files of tests/golden/plans are never edited: a plan that was stored
/// with that text may wait for its approval.
/// </summary>
public sealed class PlanFormTests : IDisposable
{
    private readonly House _house = AllowingVerdict.House();

    public static TheoryData<string> Golden => new(Directory.GetFiles(Folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal));

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "golden", "plans");

    public void Dispose() => _house.Dispose();

    [Fact]
    public void Golden_OfTheFormOfNewPlans_IsThere() => File.Exists(Path.Combine(Folder, $"{PlanForm.Current.Replace('/', '-')}.json")).ShouldBeTrue();

    [Theory]
    [MemberData(nameof(Golden))]
    public void Plan_StoredByAnEarlierRelease_KeepsItsTextAndItsHash(string name)
    {
        var plan = DurableJson.Read<Plan>(Text(name));

        DurableJson.Write(plan).ShouldBe(Text(name));
        PlanFingerprint.Of(plan).ShouldBe(new PlanHash(File.ReadAllText(Path.Combine(Folder, $"{name}.sha256")).TrimEnd()));
    }

    [Fact]
    public void Property_OfAPlan_IsInTheTextThatIsApproved()
    {
        // A plan that undoes and has a ticket behind it says everything that a plan can say.
        var opened = DurableJson.Read<Plan>(Text("plan-1.undo")) with { Opening = new PlanOpening(["0a000000-0000-4000-8000-00000000000b"], true, TicketChannel.Phone), IsContainment = true, OperatorId = new PersonId("0a000000-0000-4000-8000-00000000000c") };
        using var read = JsonDocument.Parse(DurableJson.Write(opened));
        var plan = read.RootElement;
        var (undoes, step) = (plan.GetProperty("undoes"), plan.GetProperty("steps")[0]);

        DurableJson.Read<Plan>(DurableJson.Write(opened)).OperatorId.ShouldBe(opened.OperatorId);
        NamesOf(plan).ShouldBe(PropertiesOf<Plan>(), ignoreOrder: true);
        NamesOf(plan.GetProperty("opening")).ShouldBe(PropertiesOf<PlanOpening>(), ignoreOrder: true);
        DurableJson.Read<Plan>(DurableJson.Write(opened)).Opening!.DoubtsAbout(new PersonId("")).ShouldBe(opened.Opening!.DoubtsAbout(new PersonId("")));
        NamesOf(step).ShouldBe(PropertiesOf<PlanStep>(), ignoreOrder: true);
        NamesOf(step.GetProperty("undone")).ShouldBe(PropertiesOf<UndoneStep>(), ignoreOrder: true);
        NamesOf(undoes).ShouldBe(PropertiesOf<UndoOrigin>(), ignoreOrder: true);
        NamesOf(undoes.GetProperty("plan")).ShouldBe(PropertiesOf<ContextReference>(), ignoreOrder: true);
    }

    [Fact]
    public void Field_AddedLater_ChangesNoHashOfAPlanThatWaits()
    {
        var waits = DurableJson.Read<Plan>(Text("plan-1"));

        // As a release writes it that knows one field more, which this plan does not have.
        PlanForm.FieldsOf(waits).With("risk", null).ToString().ShouldBe(Text("plan-1"));
        PlanForm.FieldsOf(waits).With("risk", "low").ToString().ShouldNotBe(Text("plan-1"));
    }

    [Fact]
    public void Parameters_InAnotherOrder_AreTheSamePlan()
    {
        var plan = DurableJson.Read<Plan>(Text("plan-1"));
        var turned = plan.Steps[0].Parameters.Reverse().ToDictionary(StringComparer.Ordinal);

        PlanFingerprint.Of(plan with { Steps = [plan.Steps[0] with { Parameters = turned }, plan.Steps[1]] }).ShouldBe(PlanFingerprint.Of(plan));
    }

    [Fact]
    public async Task Plan_Kept_HasItsHashAsItsName()
    {
        var plan = DurableJson.Read<Plan>(Text("plan-1.undo"));

        var kept = await _house.Get<CaseContext>().PutAsync(plan.CaseId, "plan", plan, default);

        kept.Version.ShouldBe(PlanFingerprint.Of(plan));
        PlanFingerprint.Of(await _house.Get<CaseContext>().GetAsync<Plan>(kept, default)).ShouldBe(new PlanHash(kept.Version));
    }

    [Fact]
    public async Task Name_CutInACharacter_IsKeptAndHashedAlike()
    {
        var plan = Plans.Of("servicenow-1", "user.revoke-sessions");
        plan = plan with { Steps = [plan.Steps[0] with { TargetName = "Zoë \ud83d" }] };

        var kept = await _house.Get<CaseContext>().PutAsync(plan.CaseId, "plan", plan, default);

        PlanFingerprint.Of(await _house.Get<CaseContext>().GetAsync<Plan>(kept, default)).ShouldBe(PlanFingerprint.Of(plan));
    }

    [Fact]
    public void Plan_OfAFormThatThisReleaseDoesNotKnow_IsNeitherReadNorHashed()
    {
        var later = Text("plan-1").Replace("\"plan/1\"", "\"plan/2\"", StringComparison.Ordinal);

        Should.Throw<JsonException>(() => DurableJson.Read<Plan>(later)).Message.ShouldContain("'plan/2'");
        Should.Throw<JsonException>(() => PlanFingerprint.Of(DurableJson.Read<Plan>(Text("plan-1")) with { Version = "plan/2" })).Message.ShouldContain("'plan/2'");
    }

    [Theory]
    [InlineData("version")]
    [InlineData("caseId")]
    [InlineData("requesterId")]
    [InlineData("steps")]
    public void Plan_WithoutAFieldThatItMustHave_IsNotRead(string name)
    {
        var without = Text("plan-1").Replace($"\"{name}\"", "\"other\"", StringComparison.Ordinal);

        Should.Throw<JsonException>(() => DurableJson.Read<Plan>(without)).Message.ShouldContain(name);
    }

    private static string Text(string name) => File.ReadAllText(Path.Combine(Folder, $"{name}.json")).TrimEnd();

    private static IEnumerable<string> NamesOf(JsonElement value) => value.EnumerateObject().Select(member => member.Name);

    private static IEnumerable<string> PropertiesOf<T>() =>
        typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name));
}
