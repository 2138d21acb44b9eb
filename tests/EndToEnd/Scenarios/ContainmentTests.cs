using System.Net;
using System.Net.Http.Json;
using HelpDesk.Adapters.EmbeddedTriage.Facts;
using HelpDesk.EndToEnd.Tests.Harness;
using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Planning.Devices;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.EndToEnd.Tests.Scenarios;

/// <summary>Contain first, over real HTTP: sign-out within ten seconds whatever the device, and the right device.</summary>
[Collection(SharedHostCollection.Name)]
public sealed class ContainmentTests(SharedHost shared)
{
    private const string Revoke = "POST /users/{user-id}/revokeSignInSessions";
    private const string Confirm = "POST /identityProtection/riskyUsers/confirmCompromised";
    private const string Wipe = "POST /deviceManagement/managedDevices/{managedDevice-id}/wipe";
    private const string Lock = "POST /deviceManagement/managedDevices/{managedDevice-id}/remoteLock";

    private static readonly TimeSpan Promise = TimeSpan.FromSeconds(10);
    private static readonly SimulatedTenant Tenant = new();

    // From the end of the list: other scenarios take theirs from its beginning.
    private static readonly SimulatedPerson[] Ordinary = [.. Tenant.People.Reverse().Where(person =>
        person is { IsFunctional: false, IsGuest: false, IsSynced: false, AccountEnabled: true, ManagerId: not null } && !KnownPeople.All.Contains(person))];

    private static readonly SimulatedPerson[] WithLaptop = [.. Ordinary.Where(person => Tenant.DevicesOf(person.Id) is [{ OperatingSystem: "Windows", IsCompanyOwned: true, IsOnline: true }])];

    private static readonly SimulatedPerson[] WithBoth = [.. Ordinary.Where(person => Tenant.DevicesOf(person.Id) is [{ OperatingSystem: "Windows", IsOnline: true }, { IsCompanyOwned: true, IsOnline: true }])];

    private HelpDeskClient Client => shared.Host.Client;

    [Fact]
    public async Task LaptopAndPhone_LaptopStolen_SignedOutAtOnce_TheLaptopIsPutToApproval()
    {
        var subject = WithBoth[0];
        var (laptop, phone) = (Tenant.DevicesOf(subject.Id)[0], Tenant.DevicesOf(subject.Id)[1]);

        var caseId = await StolenAsync(subject, "My work laptop was stolen from my car last night. I reported the theft to the police. Please wipe it.");

        var waiting = await SignedOutAsync(caseId, subject, CaseState.WaitingForApproval);
        (await Client.EffectsOnAsync(laptop.Id)).ShouldBeEmpty("a wipe waits");
        using var approver = await Visitor.SignInAsync(Client, KnownPeople.SecurityApprover);
        (await approver.OpenAsync($"/approvals/{waiting.OpenApprovalId}")).Body.ShouldContain(laptop.Name);
        (await approver.DecideAsync(waiting.OpenApprovalId!, approve: true)).Status.ShouldBe(HttpStatusCode.OK);
        (await Client.UntilAsync(caseId, record => record.ClosedAt is not null)).State.ShouldBe(CaseState.Resolved);
        (await Client.EffectsOnAsync(laptop.Id)).ShouldBe([Wipe]);
        (await Client.EffectsOnAsync(phone.Id)).ShouldBeEmpty();
        (await Client.EffectsOnAsync(subject.Id)).ShouldBe([Revoke]);
    }

    [Fact]
    public async Task LaptopAndPhone_PhoneStolen_ThePhoneIsLockedAtOnce()
    {
        var subject = WithBoth[1];

        var caseId = await StolenAsync(subject, "My company phone was stolen in the city last night. I reported it to the police. Please wipe it.");

        await SignedOutAsync(caseId, subject, CaseState.WaitingForApproval);
        (await Client.EffectsOnAsync(Tenant.DevicesOf(subject.Id)[1].Id)).ShouldBe([Lock]);
        (await Client.EffectsOnAsync(Tenant.DevicesOf(subject.Id)[0].Id)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("AndroidForWork", 0)]
    [InlineData("iPadOS", 1)]
    [InlineData("Unknown", 2)]
    public async Task LaptopStolen_OnlyDeviceIsOfAnotherKind_SignedOut_AndNothingIsDoneToIt(string system, int person)
    {
        var subject = WithLaptop[person];
        var device = Tenant.DevicesOf(subject.Id).Single();
        await ChangeAsync("devices", device.Id, new { operatingSystem = system, model = "Galaxy S24" });

        var caseId = await StolenAsync(subject, "My work laptop was stolen from my car last night. I reported the theft to the police. Please wipe it.");

        var ended = await SignedOutAsync(caseId, subject, CaseState.Escalated);
        ended.Reason.ShouldNotBeNull().ShouldContain(device.Name);
        (await Client.EffectsOnAsync(device.Id)).ShouldBeEmpty();
        (await Client.OurCommentsAsync(caseId, isPublic: false)).ShouldContain(note => note.Contains(device.Name, StringComparison.Ordinal));
    }

    [Fact]
    public async Task TwoRecordsOfOneSerial_AreOneDevice_TheOneThatCheckedInLastIsAskedFor()
    {
        var subject = WithLaptop[3];
        var device = Tenant.DevicesOf(subject.Id).Single();
        await ChangeAsync("devices", Guid.NewGuid().ToString(), new { copyOf = device.Id, deviceName = "DESKTOP-7G3K2L1", lastSyncDateTime = "2025-01-02T03:04:05Z" });

        var caseId = await StolenAsync(subject, "My work laptop was stolen from my car last night. I reported the theft to the police. Please wipe it.");

        var waiting = await SignedOutAsync(caseId, subject, CaseState.WaitingForApproval);
        waiting.Steps.Single(step => step.Id == "wipe").TargetName.ShouldBe(device.Name);
    }

    [Fact]
    public async Task TwoLaptops_SignedOutAtOnceAndTheRequesterIsAskedWhich()
    {
        var caseId = await StolenAsync(KnownPeople.WithTwoDevices, "My work laptop was stolen from my car last night. I reported the theft to the police. Please wipe it.");

        await SignedOutAsync(caseId, KnownPeople.WithTwoDevices, CaseState.WaitingForAnswer);
        var question = await Client.OurCommentAsync(caseId, "Which device is this about?");
        question.ShouldContain("BER-LT-2001");
        question.ShouldContain("BER-LT-2002");
    }

    [Fact]
    public async Task SynchronisedAccount_Compromised_IsSignedOutAndMarkedAtOnce_SecurityReadsThatActiveDirectoryMustBlockIt()
    {
        var subject = KnownPeople.Synced;
        var caseId = await Client.FileAsync(
            "servicenow", subject.UserPrincipalName, "My account was hacked",
            "I entered my password on a page that looked like our sign-in page and now I see sign-ins from another country. I think my account is compromised.");

        var ended = await Client.UntilAsync(caseId, record => record.ClosedAt is not null);

        ended.State.ShouldBe(CaseState.Escalated);
        ended.Reason.ShouldNotBeNull().ShouldContain("Active Directory");
        (await Client.EffectsOnAsync(subject.Id)).ShouldBe([Revoke, Confirm], ignoreOrder: true);
        (await Client.TicketAsync(caseId)).GetRawText().ShouldContain("Security Operations");
        (await Client.OurCommentsAsync(caseId, isPublic: false)).ShouldContain(note => note.Contains("Active Directory", StringComparison.Ordinal));
    }

    [Fact]
    public void EverybodyWithAComputerAndAPhone_IsUnderstoodInTheirLanguage()
    {
        var (people, chosen) = (0, 0);
        foreach (var person in Tenant.People)
        {
            var own = Tenant.DevicesOf(person.Id).Select(Known).ToList();
            if (own.Count(device => device.IsComputer == true) != 1 || own.Count(device => device.IsComputer == false) != 1)
                continue;
            people++;
            chosen += Words(person.Language).All(words => Choose(own, words.Text) is { } device && device.IsComputer == words.IsComputer) ? 1 : 0;
        }

        people.ShouldBeGreaterThanOrEqualTo(157);
        chosen.ShouldBe(people);
    }

    private static Device? Choose(IEnumerable<Device> own, string text)
    {
        var now = DateTimeOffset.UnixEpoch;
        var byHint = DeviceChoice.Of(own, new DeviceMention(DeviceHints.Find(text), "", text), DeviceForm.Unknown, now).Device;
        var byText = DeviceChoice.Of(own, new DeviceMention(null, "", text), DeviceForm.Unknown, now).Device;
        return byHint?.Id == byText?.Id ? byHint : null;
    }

    private static (string Text, bool IsComputer)[] Words(string language) => language switch
    {
        "de" => [("Mir wurde das Notebook aus dem Auto gestohlen.", true), ("Mein Diensthandy ist weg.", false)],
        "es" => [("Me han robado el portátil en el tren.", true), ("He perdido el móvil de la empresa.", false)],
        "fr" => [("On m'a volé mon ordinateur portable.", true), ("J'ai perdu mon téléphone dans le métro.", false)],
        _ => [("Somebody stole my laptop at the airport.", true), ("I left my work phone in a taxi.", false)],
    };

    private static Device Known(SimulatedDevice device) => new()
    {
        Id = new DeviceId(device.Id), Name = device.Name, OwnerId = device.OwnerId is { } personIdText ? new PersonId(personIdText) : null, OperatingSystem = device.OperatingSystem, Model = device.Model, SerialNumber = device.SerialNumber,
    };

    private Task<string> StolenAsync(SimulatedPerson subject, string text) => Client.FileAsync("servicenow", subject.UserPrincipalName, "Stolen", text);

    // The effect's own time counts: it is compared with when the ticket was accepted.
    private async Task<CaseRecord> SignedOutAsync(string caseId, SimulatedPerson subject, CaseState state)
    {
        var record = await Client.UntilAsync(caseId, record => record.State == state);
        var revoked = (await Client.EffectsAsync()).Where(effect => effect.GetProperty("targetId").GetString() == subject.Id).ShouldHaveSingleItem();
        revoked.GetProperty("operation").GetString().ShouldBe(Revoke);
        (revoked.GetProperty("at").GetDateTimeOffset() - record.OpenedAt).ShouldBeLessThan(Promise);
        record.Steps.Single(step => step.Id == "signout").State.ShouldBe(CaseStepState.Verified);
        return record;
    }

    private async Task ChangeAsync(string kind, string id, object change)
    {
        using var response = await Client.Simulator.PutAsJsonAsync($"/simulator/{kind}/{id}", change);
        response.EnsureSuccessStatusCode();
    }
}
