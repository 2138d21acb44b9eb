using HelpDesk.Simulator.Store;
using HelpDesk.Simulator.Tenant;
using HelpDesk.Simulator.Tickets.ServiceNow;

namespace HelpDesk.Simulator.Knowledge;

/// <summary>The articles that the simulated knowledge systems have at the start: a few in each of four languages, with what real ones have.</summary>
internal sealed class SeedArticles(SimulatorStore store, ServiceNowKnowledgeStore serviceNow, ConfluenceStore confluence, WikiStore wiki, TimeProvider time)
{
    private const string Marker = "knowledge.seeded";

    /// <summary>Adds them at the first start.</summary>
    public void Fill()
    {
        if (store.Get<ConfluenceSpace>(Marker, "1") is not null)
            return;
        store.Together(() =>
        {
            FillServiceNow();
            FillConfluence();
            FillWiki();
            store.Put(Marker, "1", new ConfluenceSpace("0", "seeded", "seeded"));
        });
    }

    private void FillServiceNow()
    {
        Put("kb_knowledge_base", ServiceNowKnowledgeTables.Base, ("title", "IT help"), ("active", "true"));
        Put("kb_knowledge_base", ServiceNowKnowledgeTables.StaffBase, ("title", "Service desk"), ("active", "true"));
        foreach (var property in new[] { "glide.knowman.block_access_with_no_user_criteria", "glide.knowman.apply_article_read_criteria" })
            Put("sys_properties", Id(property), ("name", property), ("value", "false"));
        Put("sys_properties", Id("roles"), ("name", "glide.knowman.search.apply_role_based_security"), ("value", "true"));
        Put("user_criteria", Id("finance"), ("name", "Finance"), ("department", Id("department/Finance")));
        Put("user_criteria", Id("scripted"), ("name", "By script"), ("advanced", "true"), ("script", "answer = gs.hasRole('x');"));
        var author = KnownPeople.ServiceDeskLead.ServiceNowId;
        Article("1.0", "KB0010001", ("short_description", "Set up Windows Hello on a new laptop"), ("author", author), ("meta", "windows,sign-in"), ("text", "<h2>Before you begin</h2><p>You need your phone with Microsoft Authenticator.</p><ol><li>Open <b>Settings</b>, Accounts, Sign-in options.</li><li>Choose PIN, then Set up.</li><li>Confirm with your phone.</li></ol>"));
        Article("1.0", "KB0010002", ("short_description", "Etagendrucker in Berlin hinzufügen"), ("language", "de"), ("author", author), ("meta", "drucker"), ("text", "<p>So verbinden Sie sich mit dem Drucker auf Ihrer Etage:</p><ul><li>Öffnen Sie Einstellungen, Bluetooth und Geräte, Drucker.</li><li>Wählen Sie <i>Gerät hinzufügen</i> und dann BER-PRN mit der Nummer Ihrer Etage.</li></ul>"));
        Article("1.0", "KB0010003", ("article_id", Id("vpn")), ("workflow_state", "outdated"), ("latest", "false"), ("short_description", "Connect from a hotel"), ("text", "<p>Use the old client.</p>"));
        Article("2.0", "KB0010003", ("article_id", Id("vpn")), ("short_description", "Connect from a hotel"), ("author", author), ("meta", "vpn,travel"), ("text", "<p>Sign in to the hotel's Wi-Fi first. Then open <b>Contoso VPN</b> and choose Connect.</p>"));
        Article("1.0", "KB0010004", ("language", "fr"), ("parent", Id("KB0010003/1.0")), ("short_description", "Se connecter depuis un hôtel"), ("author", author), ("text", "<p>Connectez-vous d’abord au Wi-Fi de l’hôtel. Ouvrez ensuite <b>Contoso VPN</b> et choisissez Se connecter.</p>"));
        Article("1.0", "KB0010005", ("short_description", "Use the old expense tool"), ("valid_to", "2020-12-31"), ("text", "<p>Closed since 2020.</p>"));
        Article("1.0", "KB0010006", ("kb_knowledge_base", ServiceNowKnowledgeTables.StaffBase), ("short_description", "Call back a requester before a reset"), ("text", "<p>Call the number of the directory, never the one of the ticket.</p>"));
        Article("1.0", "KB0010007", ("can_read_user_criteria", Id("finance")), ("short_description", "Close the month in the ledger"), ("text", "<p>Run the closing job on the last working day.</p>"));
        Article("1.0", "KB0010008", ("article_type", "how_to"), ("short_description", "Book a meeting room"), ("author", author));
        Put("kb_template_how_to", Id("KB0010008/template"), ("article", Id("KB0010008/1.0")), ("kb_introduction", "<p>Rooms are booked in Outlook.</p>"), ("kb_instructions", "<ol><li>New meeting, then Room Finder.</li><li>Choose your building.</li></ol>"));
    }

    private void FillConfluence()
    {
        confluence.Put(new ConfluenceSpace("98311", SimulatedConfluence.Space, "IT help"));
        confluence.Put(new ConfluenceSpace("98312", SimulatedConfluence.StaffSpace, "Service desk"));
        confluence.Put(new ConfluenceSpace("98313", SimulatedConfluence.DraftSpace, "Drafts"));
        Page("131201", "98311", "Share your calendar with a colleague", "<p>In Outlook, open <strong>Calendar</strong>.</p><ol><li>Choose Share calendar.</li><li>Enter the name of your colleague.</li></ol><ac:structured-macro ac:name=\"info\"><ac:rich-text-body><p>They see your free times at once, details after you allow them.</p></ac:rich-text-body></ac:structured-macro>", "lang-en", "outlook");
        Page("131202", "98311", "Configurar el correo en el móvil", "<p>Instale la aplicación Outlook y elija <em>Agregar cuenta</em>.</p><ac:structured-macro ac:name=\"code\"><ac:plain-text-body><![CDATA[servidor: outlook.office365.com]]></ac:plain-text-body></ac:structured-macro>", "lang-es", "outlook");
        Page("131203", "98311", "Teilen Sie Ihren Kalender mit einer Kollegin", "<p>Öffnen Sie in Outlook den <strong>Kalender</strong> und wählen Sie Kalender freigeben.</p>", "lang-de", "translation-of-131201");
        Page("131204", "98311", "Salary system for payroll", "<p>Sign in with your token.</p>", "lang-en");
        confluence.Update("131204", static page => page with { Readers = [KnownPeople.FinanceManager.Mail!] });
        Page("131205", "98311", "Old phones", "<p>Not sold any more.</p>", "lang-en");
        confluence.Update("131205", static page => page with { Status = "archived" });
        Page("131206", "98312", "Escalate to the network provider", "<p>Line numbers are in the safe.</p>", "lang-en");
    }

    private void FillWiki()
    {
        var at = time.GetUtcNow().AddDays(-3);
        wiki.Save("Scan to email", "== Steps ==\n# Put the page into the [[scanner]].\n# Press '''Email''' and your address.\n\n{| class=\"wikitable\"\n! Floor !! Device\n|-\n| 1 || LON-SCN-01\n|-\n| 2 || LON-SCN-02\n|}\n[[Category:Printers]]", "Wiki editor", "", at: at);
        wiki.Save("Scan to email/fr", "== Étapes ==\n# Posez la feuille sur le scanner.\n# Appuyez sur '''Email''', puis saisissez votre adresse.\n[[Category:Printers]]", "Wiki editor", "", "fr", at);
        wiki.Save("Scanner", "#REDIRECT [[Scan to email]]", "Wiki editor", "", at: at);
        wiki.Save("Red inalámbrica para visitas", "La red se llama ''Contoso-Guest''. Pida la clave en la recepción.\n[[Category:Wi-Fi]]", "Wiki editor", "", "es", at);
        wiki.Save("Gäste-WLAN", "Das Netz heißt ''Contoso-Guest''. Den Schlüssel gibt es am Empfang.\n[[Category:Wi-Fi]]", "Wiki editor", "", "de", at);
        wiki.Save("Servicedesk:Restart the print server", "{{Warning|staff}}\nConnect to LON-PRT-01 and restart the spooler.", "Wiki editor", "", at: at);
    }

    private void Page(string id, string space, string title, string body, params string[] labels) =>
        confluence.Put(new ConfluencePage(id, space, title, "current", body, 1, time.GetUtcNow().AddDays(-2)) { Labels = labels });

    private void Article(string version, string number, params (string Field, string Value)[] values) =>
        Put(ServiceNowKnowledgeTables.Articles, Id($"{number}/{version}"), [("number", number), ("version", version), ("sys_updated_on", time.GetUtcNow().AddDays(-1).UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture)), .. values]);

    private void Put(string table, string sysId, params (string Field, string Value)[] values) =>
        serviceNow.Put(table, sysId, values.ToDictionary(static value => value.Field, static value => value.Value, StringComparer.Ordinal));

    private static string Id(string name) => ServiceNowKnowledgeTables.SysId(name);
}
